namespace IspPortal.Core.Common.Idempotency;

/// <summary>A request that may come twice. Key and body are kept as hashes only: a body may hold a password.</summary>
/// <param name="Caller">Whose key it is; two callers may use the same key.</param>
/// <param name="Key">The key as the caller gave it, 1–128 characters.</param>
/// <param name="Operation">Method and path, up to 400 characters.</param>
/// <param name="Body">The raw body.</param>
public sealed record IdempotentRequest(string Caller, string Key, string Operation, ReadOnlyMemory<byte> Body);
