using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>A plan as its form says it.</summary>
/// <param name="Name">What customers read; 1–80 characters.</param>
/// <param name="Slug">The short name: letters, digits, dashes, dots and underscores, up to 40; unique.</param>
/// <param name="Service">How it is served; cannot change later.</param>
/// <param name="Speed">What is sold.</param>
public sealed record SavePlanRequest(string Name, string Slug, AccessService Service, PlanSpeed Speed)
{
    /// <summary>What customers read below the name; up to 1,000 characters, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Bytes per period; null: no limit.</summary>
    public long? QuotaBytes { get; init; }

    /// <summary>What happens past it; with a quota only.</summary>
    public PlanQuotaAction? QuotaAction { get; init; }

    /// <summary>The day of each month on which the quota is whole again, 1–31, in a short month its last; null: the first day of each period. With a quota only.</summary>
    public int? QuotaResetDay { get; init; }

    /// <summary>The speed past the quota when it throttles.</summary>
    public long? ThrottledDownBitsPerSecond { get; init; }

    /// <summary>The speed past the quota when it throttles.</summary>
    public long? ThrottledUpBitsPerSecond { get; init; }

    /// <summary>How many sessions at once; 1–100.</summary>
    public int ConcurrentSessions { get; init; } = 1;

    /// <summary>The profile's name on routers; null: the slug. Static plans have none.</summary>
    public string? Profile { get; init; }

    /// <summary>The profile while throttled, or null.</summary>
    public string? ThrottledProfile { get; init; }

    /// <summary>One paid period.</summary>
    public PlanPeriod Period { get; init; } = new(PlanCycle.Monthly);

    /// <summary>When it is paid.</summary>
    public PlanPayment Payment { get; init; }

    /// <summary>Code of the tax rule, e.g. <c>ppn</c>; empty: untaxed.</summary>
    public string TaxCode { get; init; } = "ppn";

    /// <summary>Months one is bound; 0: not at all.</summary>
    public int ContractMonths { get; init; }

    /// <summary>Days after the due day before anything happens; 0–60.</summary>
    public int GraceDays { get; init; } = 7;

    /// <summary>Whom it is offered to.</summary>
    public PlanAudience Audience { get; init; } = PlanAudience.Residential;

    /// <summary>Where it is sold.</summary>
    public PlanChannels Channels { get; init; } = PlanChannels.Counter;

    /// <summary>Areas in which it is sold, one space between; null: everywhere.</summary>
    public string? Areas { get; init; }

    /// <summary>Whether it is put forward.</summary>
    public bool IsPopular { get; init; }

    /// <summary>Its place in lists, 0–9,999.</summary>
    public int SortOrder { get; init; }

    /// <summary>What it costs from today on. Required for a new plan; of a plan that exists prices are scheduled apart, and this is ignored.</summary>
    public PlanTerms? Terms { get; init; }
}
