using IspPortal.Core.Billing.Revenue;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>What a month earned, and its lines.</summary>
/// <param name="Month">The month, as yyyy-MM.</param>
/// <param name="Services">Services, before discounts and without tax.</param>
/// <param name="Discounts">What was taken off.</param>
/// <param name="Fees">Late and reconnect fees.</param>
/// <param name="Total">All that it earned.</param>
/// <param name="GrowthPercent">How much more than the month before; null: not known.</param>
/// <param name="LinesAtStart">Lines that ran into it.</param>
/// <param name="LinesStarted">Lines that began in it.</param>
/// <param name="LinesEnded">Lines that ended in it.</param>
/// <param name="PerLine">What a line earned on average (ARPU), or null.</param>
/// <param name="ChurnPercent">How many of the lines that ran into it ended, or null.</param>
internal sealed record RevenueMonthResource(
    string Month, long Services, long Discounts, long Fees, long Total, double? GrowthPercent, int LinesAtStart, int LinesStarted, int LinesEnded, long? PerLine, double? ChurnPercent)
{
    public static RevenueMonthResource Of(RevenueMonth month) => new(
        month.Month.ToString(), month.Services.Minor, month.Discounts.Minor, month.Fees.Minor, month.Total.Minor, month.GrowthPercent, month.LinesAtStart, month.LinesStarted, month.LinesEnded, month.PerLine?.Minor, month.ChurnPercent);
}
