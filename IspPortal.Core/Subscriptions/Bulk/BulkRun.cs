using IspPortal.Core.Audit;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>One change to many subscriptions, kept so that it goes on after a restart and nothing is done twice.</summary>
[Audited("bulk-change")]
internal sealed class BulkRun
{
    public required Guid Id { get; init; }

    public required BulkChangeKind Kind { get; init; }

    public Guid? PlanId { get; init; }

    public Guid? PriceId { get; init; }

    public Guid? RouterId { get; init; }

    public string? Tag { get; init; }

    public required string Reason { get; init; }

    public KickTiming KickTiming { get; set; }

    public TimeOnly? KickFrom { get; set; }

    public TimeOnly? KickTo { get; set; }

    public int? KicksPerSecond { get; set; }

    public BulkRunState State { get; set; }

    public int Items { get; init; }

    [NotAudited]
    public int Done { get; set; }

    [NotAudited]
    public int Failed { get; set; }

    public required string CreatedBy { get; init; }

    public Guid? CreatedById { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime? EndedAtUtc { get; set; }

    [NotAudited]
    public Guid? LeasedBy { get; set; }

    [NotAudited]
    public DateTime? LeasedUntilUtc { get; set; }

    public KickPolicy Kicks
    {
        get => new(KickTiming, KickFrom, KickTo, KicksPerSecond);
        set => (KickTiming, KickFrom, KickTo, KicksPerSecond) = (value.Timing, value.WindowFrom, value.WindowTo, value.PerSecond);
    }
}
