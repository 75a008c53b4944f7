using IspPortal.Core.Billing.Leaks;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What one kind of finding comes to.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Monthly">What those lose in a month of which it is known.</param>
/// <param name="Unknown">Of how many it is not known.</param>
internal sealed record LeakTotalResource(LeakKind Kind, int Count, long Monthly, int Unknown)
{
    public static LeakTotalResource Of(LeakTotal total) => new(total.Kind, total.Count, total.Monthly.Minor, total.Unknown);
}
