using IspPortal.Core.Audit;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>What one buys. Retired plans stay for those who have them.</summary>
[Audited("service-plan")]
internal sealed class ServicePlan
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The short name; unique, kept when the plan is retired.</summary>
    public required string Slug { get; set; }

    /// <summary>Name and slug as they are searched.</summary>
    [NotAudited]
    public required string SearchKey { get; set; }

    public string? Description { get; set; }

    public AccessService Service { get; set; }

    public long DownBitsPerSecond { get; set; }

    public long UpBitsPerSecond { get; set; }

    public long? BurstDownBitsPerSecond { get; set; }

    public long? BurstUpBitsPerSecond { get; set; }

    public int? BurstThresholdPercent { get; set; }

    public int? BurstSeconds { get; set; }

    /// <summary>Bytes per period; null: no limit.</summary>
    public long? QuotaBytes { get; set; }

    public PlanQuotaAction? QuotaAction { get; set; }

    /// <summary>The day of each month on which the quota is whole again, 1–31, in a short month its last; null: the first day of each period.</summary>
    public int? QuotaResetDay { get; set; }

    public long? ThrottledDownBitsPerSecond { get; set; }

    public long? ThrottledUpBitsPerSecond { get; set; }

    public int ConcurrentSessions { get; set; } = 1;

    /// <summary>The profile's name where no router says otherwise; null for static lines.</summary>
    public string? Profile { get; set; }

    public string? ThrottledProfile { get; set; }

    public PlanCycle Cycle { get; set; }

    public int? CycleDays { get; set; }

    public PlanPayment Payment { get; set; }

    /// <summary>Code of the tax rule; empty: none.</summary>
    public string TaxCode { get; set; } = "";

    public int ContractMonths { get; set; }

    public int GraceDays { get; set; }

    public PlanAudience Audience { get; set; }

    public PlanChannels Channels { get; set; }

    /// <summary>Areas in which it is sold, one space between; null: everywhere.</summary>
    public string? Areas { get; set; }

    public bool IsPopular { get; set; }

    public int SortOrder { get; set; }

    /// <summary>Null while it is sold.</summary>
    public DateTime? RetiredAtUtc { get; set; }

    /// <summary>Raises the version with every change of a price, so that an open form is seen to be old.</summary>
    [NotAudited]
    public DateTime PricesChangedAtUtc { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }

    public PlanPeriod Period => new(Cycle, CycleDays);

    public PlanSpeed Speed
    {
        get => new(DownBitsPerSecond, UpBitsPerSecond)
        {
            BurstDownBitsPerSecond = BurstDownBitsPerSecond,
            BurstUpBitsPerSecond = BurstUpBitsPerSecond,
            BurstThresholdPercent = BurstThresholdPercent,
            BurstSeconds = BurstSeconds,
        };
        set => (DownBitsPerSecond, UpBitsPerSecond, BurstDownBitsPerSecond, BurstUpBitsPerSecond, BurstThresholdPercent, BurstSeconds) =
            (value.DownBitsPerSecond, value.UpBitsPerSecond, value.BurstDownBitsPerSecond, value.BurstUpBitsPerSecond, value.BurstThresholdPercent, value.BurstSeconds);
    }
}
