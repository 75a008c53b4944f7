using IspPortal.Core.Audit;

namespace IspPortal.Core.Messaging;

/// <summary>A customer who wants no advertising on a channel.</summary>
[Audited("message_opt_out")]
internal sealed class MessageOptOut
{
    public required Guid CustomerId { get; init; }

    public required MessageChannel Channel { get; init; }

    public required DateTime AtUtc { get; init; }

    public required string By { get; init; }
}
