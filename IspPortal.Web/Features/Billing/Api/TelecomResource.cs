using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>BHP and USO of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="DueOn">Until when it is to be paid.</param>
/// <param name="Quarters">Its four quarters.</param>
/// <param name="Gross">All of its revenue.</param>
/// <param name="Bhp">All BHP.</param>
/// <param name="Uso">All USO.</param>
internal sealed record TelecomResource(int Year, string Currency, DateOnly DueOn, IReadOnlyList<TelecomQuarterResource> Quarters, long Gross, long Bhp, long Uso)
{
    public static TelecomResource Of(TelecomReport report) => new(
        report.Year,
        Core.Common.Money.Currency.Idr.Code,
        report.DueOn,
        [.. report.Quarters.Select(quarter => new TelecomQuarterResource(quarter.Quarter, quarter.Gross.Minor, quarter.Bhp.Minor, quarter.Uso.Minor))],
        report.Gross.Minor,
        report.Bhp.Minor,
        report.Uso.Minor);
}
