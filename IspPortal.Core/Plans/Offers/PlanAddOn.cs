using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans.Offers;

/// <summary>What one can buy beside a plan.</summary>
[Audited("plan-add-on")]
internal sealed class PlanAddOn
{
    public Guid Id { get; set; }

    /// <summary>Unique.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    [NotAudited]
    public required string SearchKey { get; set; }

    public AddOnKind Kind { get; set; }

    public string? Description { get; set; }

    public Money Price { get; set; }

    /// <summary>Charged once; else per period of the plan.</summary>
    public bool IsOneTime { get; set; }

    public string TaxCode { get; set; } = "";

    /// <summary>Of a night speed: percent of the plan's.</summary>
    public int? SpeedPercent { get; set; }

    public TimeOnly? NightFrom { get; set; }

    public TimeOnly? NightTo { get; set; }

    /// <summary>Of a night speed: sessions are ended at its edges, so that they dial in with the other speed; else they have it from their next dial-in.</summary>
    public bool ReconnectsSessions { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }
}
