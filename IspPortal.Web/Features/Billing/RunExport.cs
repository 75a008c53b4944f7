using IspPortal.Core.Billing.Runs;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Errors;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Billing;

/// <summary>/export/billing-runs and billing-runs/{id}: the runs, and the accounts of one as they are filtered.</summary>
internal static class RunExport
{
    public static void MapBillingRunExports(this IEndpointRouteBuilder exports)
    {
        exports.MapList("/billing-runs", RunsAsync);
        exports.MapList("/billing-runs/{runId:guid}", ItemsAsync);
    }

    private static Task<IResult> RunsAsync(HttpContext http, ListExport export, IBillingRuns runs, IStringLocalizer<BillingTexts> texts) => export.AnswerAsync<BillingRunRow>(
        http,
        "billing-runs",
        null,
        zone =>
        [
            new(texts["Number"], row => row.Number),
            new(texts["ThroughOn"], row => LedgerWords.WordOf(row.ThroughOn)),
            new(texts["State"], row => texts["State." + row.State].Value),
            new(texts["Accounts"], row => row.Accounts),
            new(texts["Lines"], row => row.Lines),
            new(texts["BeforeTax"], row => row.Base.Minor),
            new(texts["MonthBefore"], row => row.Before.Minor),
            new(texts["Billed"], row => row.Billed),
            new(texts["Failed"], row => row.Failed),
            new(texts["LeftOut"], row => row.LeftOut),
            new(texts["Export.CreatedBy"], row => row.CreatedBy),
            new($"{texts["Export.CreatedAt"]} ({zone.Id})", row => row.CreatedAtUtc),
        ],
        runs.ListAsync,
        texts["Runs"]);

    private static Task<IResult> ItemsAsync(Guid runId, HttpContext http, ListExport export, IBillingRuns runs, ErrorText errors, IStringLocalizer<BillingTexts> texts)
    {
        var filter = new BillingItemFilter(BillingWords.EnumOf<BillingItemState>(http.Request.Query["state"].ToString()), BillingWords.EnumOf<UnusualBill>(http.Request.Query["unusual"].ToString()));
        return export.AnswerAsync<BillingItemRow>(
            http,
            "billing-run",
            null,
            _ =>
            [
                new(texts["Account"], row => row.AccountNumber),
                new(texts["Customer"], row => row.CustomerName),
                new(texts["Unusual"], row => row.Unusual == UnusualBill.None ? null : texts["Unusual." + row.Unusual].Value),
                new(texts["BeforeTax"], row => row.Base.Minor),
                new(texts["MonthBefore"], row => row.Before?.Minor),
                new(texts["Lines"], row => row.Lines),
                new(texts["State"], row => texts["Item." + row.State].Value),
                new(texts["Export.Why"], row => row.ErrorCode is { } code ? errors.Of(code).WhatHappened : null),
            ],
            (page, cancellationToken) => runs.ItemsAsync(runId, filter, page, cancellationToken),
            texts["Bills"]);
    }
}
