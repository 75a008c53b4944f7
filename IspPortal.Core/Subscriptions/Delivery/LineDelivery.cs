using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Subscriptions.Delivery;

/// <summary>What the router of a subscription still has to be told, or was told last: one row per subscription, apart from it so that an open form is not made old by a router's answer.</summary>
internal sealed class LineDelivery
{
    public required Guid SubscriptionId { get; init; }

    public required Guid AccessId { get; init; }

    /// <summary>Goes up with each wish: an answer to an older one settles nothing.</summary>
    public long Revision { get; set; }

    public LineDeliveryState State { get; set; }

    public DateTime WantedAtUtc { get; set; }

    /// <summary>In a person's words: what changed and who changed it.</summary>
    public required string Reason { get; set; }

    /// <summary>Wishes of one mass change go to routers in one plan; null: on its own.</summary>
    public Guid? BatchId { get; set; }

    public KickTiming KickTiming { get; set; }

    public TimeOnly? KickFrom { get; set; }

    public TimeOnly? KickTo { get; set; }

    public int? KicksPerSecond { get; set; }

    /// <summary>The plan that brings or brought it, or null.</summary>
    public Guid? PlanId { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorDetail { get; set; }

    public int Attempts { get; set; }

    public DateTime? NextTryAtUtc { get; set; }

    public DateTime? SettledAtUtc { get; set; }

    public Guid? LeasedBy { get; set; }

    public DateTime? LeasedUntilUtc { get; set; }

    public KickPolicy Kicks
    {
        get => new(KickTiming, KickFrom, KickTo, KicksPerSecond);
        set => (KickTiming, KickFrom, KickTo, KicksPerSecond) = (value.Timing, value.WindowFrom, value.WindowTo, value.PerSecond);
    }
}
