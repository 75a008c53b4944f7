using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>A service plan.</summary>
/// <param name="Name">1–80 characters.</param>
/// <param name="Slug">Short and unique.</param>
/// <param name="Service">How it is served; cannot change.</param>
/// <param name="Speed">What is sold, in bits per second.</param>
internal sealed record SavePlanBody(string? Name = null, string? Slug = null, AccessService Service = AccessService.Pppoe, PlanSpeed? Speed = null)
{
    public string? Description { get; init; }

    public long? QuotaBytes { get; init; }

    public PlanQuotaAction? QuotaAction { get; init; }

    /// <summary>The day of each month on which the quota is whole again, 1–31; null: the first day of each period.</summary>
    public int? QuotaResetDay { get; init; }

    public long? ThrottledDownBitsPerSecond { get; init; }

    public long? ThrottledUpBitsPerSecond { get; init; }

    public int ConcurrentSessions { get; init; } = 1;

    /// <summary>The profile's name on routers; null: the slug.</summary>
    public string? Profile { get; init; }

    public string? ThrottledProfile { get; init; }

    public PlanCycle Cycle { get; init; } = PlanCycle.Monthly;

    /// <summary>Of customDays.</summary>
    public int? CycleDays { get; init; }

    public PlanPayment Payment { get; init; }

    public string TaxCode { get; init; } = "ppn";

    public int ContractMonths { get; init; }

    public int GraceDays { get; init; } = 7;

    /// <summary>Whom it is offered to.</summary>
    public IReadOnlyList<PlanAudience> Audience { get; init; } = [PlanAudience.Residential];

    /// <summary>Where it is sold.</summary>
    public IReadOnlyList<PlanChannels> Channels { get; init; } = [PlanChannels.Counter];

    public string? Areas { get; init; }

    public bool IsPopular { get; init; }

    public int SortOrder { get; init; }

    /// <summary>Required for a new plan; ignored when changing one.</summary>
    public TermsBody? Terms { get; init; }

    /// <summary>Required when changing one.</summary>
    public long? Version { get; init; }

    public static SavePlanBody Of(SavePlanRequest plan, long version) => new(plan.Name, plan.Slug, plan.Service, plan.Speed)
    {
        Description = plan.Description,
        QuotaBytes = plan.QuotaBytes,
        QuotaAction = plan.QuotaAction,
        QuotaResetDay = plan.QuotaResetDay,
        ThrottledDownBitsPerSecond = plan.ThrottledDownBitsPerSecond,
        ThrottledUpBitsPerSecond = plan.ThrottledUpBitsPerSecond,
        ConcurrentSessions = plan.ConcurrentSessions,
        Profile = plan.Profile,
        ThrottledProfile = plan.ThrottledProfile,
        Cycle = plan.Period.Cycle,
        CycleDays = plan.Period.Days,
        Payment = plan.Payment,
        TaxCode = plan.TaxCode,
        ContractMonths = plan.ContractMonths,
        GraceDays = plan.GraceDays,
        Audience = [.. Enum.GetValues<PlanAudience>().Where(one => one != PlanAudience.None && plan.Audience.HasFlag(one))],
        Channels = [.. Enum.GetValues<PlanChannels>().Where(one => one != PlanChannels.None && plan.Channels.HasFlag(one))],
        Areas = plan.Areas,
        IsPopular = plan.IsPopular,
        SortOrder = plan.SortOrder,
        Terms = plan.Terms is null ? null : TermsBody.Of(plan.Terms),
        Version = version,
    };

    public SavePlanRequest ToRequest() => new(Name ?? "", Slug ?? "", Service, Speed!)
    {
        Description = Description,
        QuotaBytes = QuotaBytes,
        QuotaAction = QuotaAction,
        QuotaResetDay = QuotaResetDay,
        ThrottledDownBitsPerSecond = ThrottledDownBitsPerSecond,
        ThrottledUpBitsPerSecond = ThrottledUpBitsPerSecond,
        ConcurrentSessions = ConcurrentSessions,
        Profile = Profile,
        ThrottledProfile = ThrottledProfile,
        Period = new PlanPeriod(Cycle, CycleDays),
        Payment = Payment,
        TaxCode = TaxCode,
        ContractMonths = ContractMonths,
        GraceDays = GraceDays,
        Audience = (Audience ?? []).Aggregate(PlanAudience.None, (all, one) => all | one),
        Channels = (Channels ?? []).Aggregate(PlanChannels.None, (all, one) => all | one),
        Areas = Areas,
        IsPopular = IsPopular,
        SortOrder = SortOrder,
        Terms = Terms?.ToTerms(),
    };
}
