using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Billing;

/// <summary>/export/journal for accounting packages, and the statement, the trial balance and the closed days as they stand on their pages.</summary>
internal static class LedgerExport
{
    public static void MapLedgerExports(this IEndpointRouteBuilder exports)
    {
        exports.MapList("/journal", JournalAsync);
        exports.MapList("/trial-balance", TrialBalanceAsync);
        exports.MapList("/statement", StatementAsync);
        exports.MapList("/day-closings", ClosingsAsync);
    }

    private static Task<IResult> JournalAsync(HttpContext http, ListExport export, ILedgerDirectory ledger, IStringLocalizer<LedgerTexts> texts)
    {
        var filter = LedgerWords.FilterOf(key => TextOf(http, key));
        return export.AnswerAsync<LedgerEntryRow>(
            http,
            "journal",
            "posted",
            _ =>
            [
                new(texts["Date"], row => LedgerWords.WordOf(row.PostedOn)),
                new(texts["DocumentNumber"], row => row.Reference),
                new(texts["AccountCode"], row => row.Code),
                new(texts["AccountName"], row => texts["Account." + row.Account].Value),
                new(texts["Description"], row => DescriptionOf(row, texts)),
                new(texts["Debit"], row => row.Debit.Minor),
                new(texts["Credit"], row => row.Credit.Minor),
            ],
            (page, cancellationToken) => ledger.ListAsync(filter, page, cancellationToken),
            texts["Title"]);
    }

    private static Task<IResult> TrialBalanceAsync(HttpContext http, ListExport export, ILedgerDirectory ledger, IStringLocalizer<LedgerTexts> texts) => export.AnswerAsync<TrialBalanceRow>(
        http,
        "trial-balance",
        null,
        _ =>
        [
            new(texts["AccountCode"], row => row.Code),
            new(texts["AccountName"], row => texts["Account." + row.Account].Value),
            new(texts["Debits"], row => row.Debit.Minor),
            new(texts["Credits"], row => row.Credit.Minor),
            new(texts["Balance"], row => row.Balance.Minor),
        ],
        async (page, cancellationToken) =>
        {
            Result<DateOnly> on = LedgerWords.DayOf(TextOf(http, "on")) is { } day ? day : await ledger.GetTodayAsync(cancellationToken);
            Result<TrialBalance> balance = on.Succeeded ? await ledger.GetTrialBalanceAsync(on.Value, cancellationToken) : on.Error;
            return balance.Succeeded ? Page<TrialBalanceRow>.Of(balance.Value.Rows, page, balance.Value.Rows.Count) : (Result<Page<TrialBalanceRow>>)balance.Error;
        },
        texts["TrialTitle"]);

    private static Task<IResult> StatementAsync(HttpContext http, ListExport export, ILedgerDirectory ledger, IStringLocalizer<LedgerTexts> texts) => export.AnswerAsync<StatementMovement>(
        http,
        "statement",
        null,
        zone =>
        [
            new(texts["Date"], movement => LedgerWords.WordOf(movement.PostedOn)),
            new($"{texts["Occurred"]} ({zone.Id})", movement => movement.OccurredAtUtc),
            new(texts["DocumentNumber"], movement => movement.Reference),
            new(texts["Description"], movement => texts["Kind." + movement.Kind].Value + (movement.Note is null ? "" : ": " + movement.Note)),
            new(texts["Owed"], movement => movement.Amount.IsNegative ? 0 : movement.Amount.Minor),
            new(texts["Paid"], movement => movement.Amount.IsNegative ? -movement.Amount.Minor : 0),
            new(texts["Balance"], movement => movement.Balance.Minor),
        ],
        async (page, cancellationToken) =>
        {
            Result<DateOnly> to = LedgerWords.DayOf(TextOf(http, "to")) is { } day ? day : await ledger.GetTodayAsync(cancellationToken);
            if (!to.Succeeded)
            {
                return to.Error;
            }

            _ = Guid.TryParse(TextOf(http, "account"), out var account);
            var statement = await ledger.GetStatementAsync(account, LedgerWords.DayOf(TextOf(http, "from")) ?? LedgerWords.YearBefore(to.Value), to.Value, cancellationToken);
            return statement.Succeeded
                ? Page<StatementMovement>.Of([.. statement.Value.Movements.Skip(page.Skip).Take(page.Take)], page, statement.Value.Movements.Count)
                : (Result<Page<StatementMovement>>)statement.Error;
        },
        texts["Statement"]);

    private static Task<IResult> ClosingsAsync(HttpContext http, ListExport export, IDayClosing closing, IStringLocalizer<LedgerTexts> texts) => export.AnswerAsync<DayClosingRow>(
        http,
        "day-closings",
        null,
        zone =>
        [
            new(texts["FromDay"], row => row.FromOn is { } day ? LedgerWords.WordOf(day) : null),
            new(texts["ToDay"], row => LedgerWords.WordOf(row.On)),
            new(texts["Postings"], row => row.Postings),
            new(texts["Money"], row => string.Join("; ", row.Totals.Select(total => $"{(total.SubAccount.Length == 0 ? texts["Account." + total.Account].Value : total.SubAccount)} {total.After.Minor}"))),
            new(texts["Export.ClosedBy"], row => row.ActorName),
            new($"{texts["Export.ClosedAt"]} ({zone.Id})", row => row.ClosedAtUtc),
            new(texts["Note"], row => row.Note),
        ],
        closing.ListAsync,
        texts["ClosingTitle"]);

    private static string DescriptionOf(LedgerEntryRow row, IStringLocalizer<LedgerTexts> texts) =>
        string.Join(" · ", new[] { texts["Kind." + row.Kind].Value, row.CustomerName, row.BillingAccountNumber, row.SubAccount, row.Note }.Where(part => !string.IsNullOrEmpty(part)));

    private static string? TextOf(HttpContext http, string key) => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null;
}
