using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans.Offers;

/// <summary>An add-on as its form says it.</summary>
/// <param name="Code">Short and unique.</param>
/// <param name="Name">What customers read; 1–80 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Price">Without tax.</param>
/// <param name="IsOneTime">Charged once; else per period.</param>
public sealed record SaveAddOnRequest(string Code, string Name, AddOnKind Kind, Money Price, bool IsOneTime)
{
    /// <summary>Up to 500 characters, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Code of the tax rule; empty: untaxed.</summary>
    public string TaxCode { get; init; } = "ppn";

    /// <summary>Of a night speed: percent of the plan's, 110–1,000; else null.</summary>
    public int? SpeedPercent { get; init; }

    /// <summary>Of a night speed: from when, in the business zone; else null.</summary>
    public TimeOnly? NightFrom { get; init; }

    /// <summary>Of a night speed: until when (may lie behind midnight); else null.</summary>
    public TimeOnly? NightTo { get; init; }

    /// <summary>Of a night speed: sessions are ended at its edges, so that they dial in with the other speed; else they have it from their next dial-in.</summary>
    public bool ReconnectsSessions { get; init; }

    /// <summary>The plans it belongs to; empty: all.</summary>
    public IReadOnlyList<Guid> PlanIds { get; init; } = [];

    /// <summary>Whether it is sold.</summary>
    public bool IsActive { get; init; } = true;
}
