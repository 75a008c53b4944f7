using IspPortal.Core.Common.Search;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Between a stored plan and its form.</summary>
internal static class PlanContent
{
    public static void Fill(ServicePlan plan, SavePlanRequest request)
    {
        plan.Name = request.Name.Trim();
        plan.Slug = request.Slug;
        plan.SearchKey = SearchKey.Of(plan.Name, plan.Slug);
        plan.Description = NullIfBlank(request.Description);
        plan.Speed = request.Speed;
        plan.QuotaBytes = request.QuotaBytes;
        plan.QuotaAction = request.QuotaAction;
        plan.QuotaResetDay = request.QuotaResetDay;
        plan.ThrottledDownBitsPerSecond = request.ThrottledDownBitsPerSecond;
        plan.ThrottledUpBitsPerSecond = request.ThrottledUpBitsPerSecond;
        plan.ConcurrentSessions = request.ConcurrentSessions;
        plan.Profile = request.Service == AccessService.Static ? null : NullIfBlank(request.Profile) ?? request.Slug;
        plan.ThrottledProfile = NullIfBlank(request.ThrottledProfile);
        (plan.Cycle, plan.CycleDays) = (request.Period.Cycle, request.Period.Cycle == PlanCycle.CustomDays ? request.Period.Days : null);
        plan.Payment = request.Payment;
        plan.TaxCode = request.TaxCode;
        plan.ContractMonths = request.ContractMonths;
        plan.GraceDays = request.GraceDays;
        plan.Audience = request.Audience;
        plan.Channels = request.Channels;
        plan.Areas = Words(request.Areas);
        plan.IsPopular = request.IsPopular;
        plan.SortOrder = request.SortOrder;
    }

    public static SavePlanRequest Of(ServicePlan plan, PlanTerms? terms) => new(plan.Name, plan.Slug, plan.Service, plan.Speed)
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
        Period = plan.Period,
        Payment = plan.Payment,
        TaxCode = plan.TaxCode,
        ContractMonths = plan.ContractMonths,
        GraceDays = plan.GraceDays,
        Audience = plan.Audience,
        Channels = plan.Channels,
        Areas = plan.Areas,
        IsPopular = plan.IsPopular,
        SortOrder = plan.SortOrder,
        Terms = terms,
    };

    public static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Words(string? text) => NullIfBlank(string.Join(' ', (text ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)));
}
