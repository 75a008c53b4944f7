using System.Globalization;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Features.Billing.Api;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Api;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Billing;

/// <summary>/export/…: the books as CSV, as workbooks and on paper, and the file for Coretax.</summary>
internal static class BooksExport
{
    public static void MapBooksExports(this IEndpointRouteBuilder exports)
    {
        exports.MapList("/ageing", AgeingAsync);
        exports.MapList("/tax-summary", SummaryAsync);
        exports.MapList("/fakturs", FaktursAsync);
        exports.MapList("/waiting-slips", WaitingAsync);
        exports.MapList("/telecom", TelecomAsync);
        exports.MapList("/revenue", RevenueAsync);
        exports.MapList("/revenue-shares", SharesAsync);
        exports.MapList("/leaks", LeaksAsync);
        exports.MapGet("/coretax.xml", CoretaxAsync);
    }

    private static Task<IResult> AgeingAsync(HttpContext http, ListExport export, IAgeing ageing, IStringLocalizer<BooksTexts> texts)
    {
        var filter = BooksWords.AgeingOf(key => TextOf(http, key));
        return export.AnswerAsync<AgeingRow>(
            http,
            "ageing",
            "account",
            _ =>
            [
                new(texts["Account"], row => row.Number),
                new(texts["Customer"], row => row.CustomerName),
                new(texts["Phone"], row => row.Phone),
                new(texts["Bills"], row => row.Bills),
                new(texts["Oldest"], row => row.OldestDueOn is { } day ? LedgerWords.WordOf(day) : null),
                new(texts["Bucket.Current"], row => row.Sums.Current.Minor),
                new(texts["Bucket.Days30"], row => row.Sums.Days30.Minor),
                new(texts["Bucket.Days60"], row => row.Sums.Days60.Minor),
                new(texts["Bucket.Days90"], row => row.Sums.Days90.Minor),
                new(texts["Bucket.Older"], row => row.Sums.Older.Minor),
                new(texts["Total"], row => row.Sums.Total.Minor),
            ],
            (page, cancellationToken) => ageing.ListAsync(filter, page, cancellationToken),
            texts["Ageing"]);
    }

    private static Task<IResult> SummaryAsync(HttpContext http, ListExport export, ITaxBooks books, IStringLocalizer<BooksTexts> texts) => export.AnswerAsync<TaxCodeSum>(
        http,
        "tax-summary",
        null,
        _ =>
        [
            new(texts["Sort"], row => texts[row.Code is null ? "Untaxed" : row.IsRetail ? "Retail" : "Fakturs"].Value),
            new(texts["Code"], row => row.Code),
            new(texts["Count"], row => row.Count),
            new(texts["Base"], row => row.Base.Minor),
            new(texts["OtherBase"], row => row.OtherBase.Minor),
            new(texts["Tax"], row => row.Tax.Minor),
        ],
        async (page, cancellationToken) =>
        {
            var month = await books.GetMonthAsync(TaxMonth.Parse(TextOf(http, "month")), cancellationToken);
            return month.Succeeded ? Page<TaxCodeSum>.Of(month.Value.Sums, page, month.Value.Sums.Count) : (Result<Page<TaxCodeSum>>)month.Error;
        },
        texts["OutputTax"]);

    private static Task<IResult> FaktursAsync(HttpContext http, ListExport export, ITaxBooks books, IStringLocalizer<BooksTexts> texts) => export.AnswerAsync<FakturRow>(
        http,
        "fakturs",
        null,
        _ =>
        [
            new(texts["Number"], row => row.Number),
            new(texts["Day"], row => LedgerWords.WordOf(row.On)),
            new(texts["Code"], row => row.Code),
            new(texts["Buyer"], row => row.BuyerName),
            new(texts["Base"], row => row.Base.Minor),
            new(texts["OtherBase"], row => row.OtherBase.Minor),
            new(texts["Tax"], row => row.Tax.Minor),
            new(texts["Missing"], row => string.Join("; ", row.Gaps.Select(gap => texts["Gap." + gap].Value))),
        ],
        async (page, cancellationToken) => TaxMonth.Parse(TextOf(http, "month")) is { } month ? await books.FaktursAsync(month, page, cancellationToken) : TaxErrors.BadMonth,
        texts["Fakturs"]);

    private static Task<IResult> WaitingAsync(HttpContext http, ListExport export, ITaxBooks books, IStringLocalizer<BooksTexts> texts) => export.AnswerAsync<WaitingSlipRow>(
        http,
        "waiting-slips",
        null,
        _ =>
        [
            new(texts["Number"], row => row.Number),
            new(texts["Buyer"], row => row.BuyerName),
            new(texts["Day"], row => LedgerWords.WordOf(row.IssuedOn)),
            new(texts["Base"], row => row.Base.Minor),
            new(texts["Withheld"], row => row.Withheld.Minor),
            new(texts["Waits"], row => row.Days),
        ],
        books.WaitingAsync,
        texts["WaitingForSlips"]);

    private static Task<IResult> TelecomAsync(HttpContext http, ListExport export, ITaxBooks books, IStringLocalizer<BooksTexts> texts) => export.AnswerAsync<TelecomQuarter>(
        http,
        "telecom",
        null,
        _ =>
        [
            new(texts["Quarter"], row => row.Quarter),
            new(texts["Gross"], row => row.Gross.Minor),
            new("BHP", row => row.Bhp.Minor),
            new("USO", row => row.Uso.Minor),
        ],
        async (page, cancellationToken) =>
        {
            var report = await books.GetTelecomAsync(int.TryParse(TextOf(http, "year"), CultureInfo.InvariantCulture, out var year) ? year : null, cancellationToken);
            return report.Succeeded ? Page<TelecomQuarter>.Of(report.Value.Quarters, page, report.Value.Quarters.Count) : (Result<Page<TelecomQuarter>>)report.Error;
        },
        "BHP · USO");

    private static Task<IResult> RevenueAsync(HttpContext http, ListExport export, IRevenue revenue, IStringLocalizer<BooksTexts> texts) => export.AnswerAsync<RevenueMonth>(
        http,
        "revenue",
        null,
        _ =>
        [
            new(texts["Month"], row => row.Month.ToString()),
            new(texts["Services"], row => row.Services.Minor),
            new(texts["Discounts"], row => row.Discounts.Minor),
            new(texts["Fees"], row => row.Fees.Minor),
            new(texts["Earned"], row => row.Total.Minor),
            new($"{texts["Growth"]} (%)", row => row.GrowthPercent is { } percent ? Math.Round((decimal)percent, 1) : null),
            new(texts["LinesAtEnd"], row => row.LinesAtEnd),
            new(texts["LinesStarted"], row => row.LinesStarted),
            new(texts["LinesEnded"], row => row.LinesEnded),
            new(texts["PerLine"], row => row.PerLine?.Minor),
            new($"{texts["Churn"]} (%)", row => row.ChurnPercent is { } percent ? Math.Round((decimal)percent, 1) : null),
        ],
        async (page, cancellationToken) =>
        {
            var months = await revenue.GetMonthsAsync(BooksWords.PeriodOf(key => TextOf(http, key)), cancellationToken);
            return months.Succeeded ? Page<RevenueMonth>.Of(months.Value, page, months.Value.Count) : (Result<Page<RevenueMonth>>)months.Error;
        },
        texts["Revenue"]);

    private static Task<IResult> SharesAsync(HttpContext http, ListExport export, IRevenue revenue, IStringLocalizer<BooksTexts> texts) => export.AnswerAsync<RevenueShare>(
        http,
        "revenue-shares",
        null,
        _ =>
        [
            new(texts["By"], row => row.Name ?? texts["NoName"].Value),
            new(texts["Billed"], row => row.Billed.Minor),
            new(texts["Lines"], row => row.Lines),
            new($"{texts["Share"]} (%)", row => Math.Round((decimal)row.Percent, 1)),
        ],
        (page, cancellationToken) => revenue.SharesAsync(BillingWords.EnumOf<RevenueGroup>(TextOf(http, "by")) ?? RevenueGroup.Plan, BooksWords.PeriodOf(key => TextOf(http, key)), page, cancellationToken),
        texts["Shares"]);

    private static Task<IResult> LeaksAsync(HttpContext http, ListExport export, ILeaks leaks, IStringLocalizer<BooksTexts> texts) => export.AnswerAsync<LeakRow>(
        http,
        "leaks",
        null,
        _ =>
        [
            new(texts["Leaks"], row => texts["Leak." + row.Kind].Value),
            new(texts["Line"], row => row.Line),
            new(texts["Customer"], row => row.CustomerName),
            new(texts["Router"], row => row.RouterName),
            new(texts["Evidence"], row => texts["Evidence." + row.Evidence, row.On is { } day ? LedgerWords.WordOf(day) : texts["Unknown"].Value].Value),
            new(texts["Monthly"], row => row.Monthly?.Minor),
        ],
        (page, cancellationToken) => leaks.ListAsync(BillingWords.EnumOf<LeakKind>(TextOf(http, "kind")) ?? LeakKind.OnlineNotBilled, page, cancellationToken),
        texts["Leaks"]);

    private static async Task<IResult> CoretaxAsync(HttpContext http, ITaxBooks books, CancellationToken cancellationToken) => TaxMonth.Parse(TextOf(http, "month")) is { } month
        ? TaxEndpoints.FileOf(http, await books.CoretaxAsync(month, int.TryParse(TextOf(http, "part"), CultureInfo.InvariantCulture, out var part) ? part : 1, cancellationToken))
        : ApiResults.Problem(TaxErrors.BadMonth);

    private static string? TextOf(HttpContext http, string key) => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null;
}
