using IspPortal.Core.Audit;

namespace IspPortal.Core.Alerts.OnCall;

/// <summary>Somebody stands in.</summary>
[Audited("on_call_override")]
internal sealed class OnCallOverride
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required DateTime FromUtc { get; init; }

    public required DateTime ToUtc { get; init; }

    public string? Reason { get; init; }

    public required string MadeBy { get; init; }
}
