using IspPortal.Core.Audit;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>A plan over one or more routers.</summary>
[Audited("access-plan")]
internal sealed class AccessPlanRecord
{
    public Guid Id { get; set; }

    /// <summary>What it came from, as a stable code: <c>accesses</c>, <c>drift</c>, <c>kit</c>, <c>restore</c>, <c>undo</c>, <c>pair-twins</c>, <c>pair-move</c>, <c>pair-align</c>, <c>pair-cleanup</c>.</summary>
    public required string Origin { get; set; }

    public string? Reason { get; set; }

    public AccessPlanState State { get; set; }

    public required string CreatedBy { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public DateTime? BegunAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    /// <summary>It stops by itself when more than this share of the finished steps failed, and at least five did.</summary>
    public int StopAtFailedPercent { get; set; }

    public KickTiming KickTiming { get; set; }

    public TimeOnly? KickFrom { get; set; }

    public TimeOnly? KickTo { get; set; }

    public int? KicksPerSecond { get; set; }

    /// <summary>The plan that this one takes back, or null.</summary>
    public Guid? UndoesPlanId { get; set; }

    public long Version { get; set; }

    public KickPolicy Kicks => new(KickTiming, KickFrom, KickTo, KicksPerSecond);
}
