using System.Globalization;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Parts;

/// <summary>Small forms that the pages of the books share.</summary>
internal static class BooksWords
{
    private const decimal Hundred = 100m;

    /// <summary>The filters of ageing as the address of its page has them.</summary>
    public static AgeingFilter AgeingOf(Func<string, string?> valueOf) => new()
    {
        On = LedgerWords.DayOf(valueOf("on")),
        City = valueOf("city"),
        Tag = valueOf("tag"),
        PlanId = Guid.TryParse(valueOf("plan"), out var plan) ? plan : null,
        Bucket = BillingWords.EnumOf<AgeingBucket>(valueOf("late")),
    };

    /// <summary>The months that an address asks for; null: none, or half of them.</summary>
    public static RevenuePeriod? PeriodOf(Func<string, string?> valueOf) =>
        TaxMonth.Parse(valueOf("from")) is { } from && TaxMonth.Parse(valueOf("to")) is { } to ? new RevenuePeriod(from, to) : null;

    /// <summary>Hundredths of a percent as a person writes them.</summary>
    public static string PercentOf(int basisPoints, CultureInfo culture) => (basisPoints / Hundred).ToString("0.##", culture);

    /// <summary>The other way round; null: no such percentage. A comma counts as a point.</summary>
    public static int? BasisPointsOf(string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= Hundred && percent * Hundred == decimal.Truncate(percent * Hundred)
            ? (int)(percent * Hundred)
            : null;
}
