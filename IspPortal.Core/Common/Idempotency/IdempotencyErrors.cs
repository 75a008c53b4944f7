using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common.Idempotency;

/// <summary>Expected failures of keys that make a request safe to repeat.</summary>
public static class IdempotencyErrors
{
    /// <summary>The key was used for another request.</summary>
    public static Error KeyReused { get; } = new("common.idempotency_key_reused", ErrorKind.Invalid);

    /// <summary>The first request with this key is still being carried out.</summary>
    public static Error InProgress { get; } = new("common.idempotency_in_progress", ErrorKind.Conflict);
}
