using IspPortal.Core.Billing.Dunning;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Features.Dunning.Parts;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Dunning;

/// <summary>/export/dunning, isolir-runs and isolir-runs/{id}: the lists as they are filtered.</summary>
internal static class DunningExport
{
    public static void MapDunningExports(this IEndpointRouteBuilder exports)
    {
        exports.MapList("/dunning", LateAsync);
        exports.MapList("/isolir-runs", RunsAsync);
        exports.MapList("/isolir-runs/{runId:guid}", ItemsAsync);
    }

    private static Task<IResult> LateAsync(HttpContext http, ListExport export, IDunningDesk desk, IStringLocalizer<DunningTexts> texts)
    {
        var filter = DunningWords.FilterOf(ValuesOf(http));
        return export.AnswerAsync<DunningRow>(
            http,
            "dunning",
            "oldestDueOn",
            _ =>
            [
                new(texts["Number"], row => row.AccountNumber),
                new(texts["Customer"], row => row.CustomerName),
                new(texts["Stage"], row => texts["Stage." + row.Stage].Value),
                new(texts["Since"], row => LedgerWords.WordOf(row.StageSinceOn)),
                new(texts["Held"], row => texts["Obstacle." + row.Obstacle].Value),
                new(texts["Overdue"], row => row.Overdue.Minor),
                new(texts["OldestDueOn"], row => row.OldestDueOn is { } day ? LedgerWords.WordOf(day) : null),
                new(texts["Late"], row => row.DaysLate),
                new(texts["PromiseDay"], row => row.PromisedUntilOn is { } day ? LedgerWords.WordOf(day) : null),
            ],
            (page, cancellationToken) => desk.ListAsync(filter, page, cancellationToken),
            texts["Board"]);
    }

    private static Task<IResult> RunsAsync(HttpContext http, ListExport export, IIsolirRuns runs, IStringLocalizer<DunningTexts> texts) => export.AnswerAsync<IsolirRunRow>(
        http,
        "isolir-runs",
        "on",
        _ =>
        [
            new(texts["Number"], row => row.Number),
            new(texts["Kind"], row => texts["Kind." + row.Kind].Value),
            new(texts["On"], row => LedgerWords.WordOf(row.On)),
            new(texts["State"], row => texts["Run." + row.State].Value),
            new(texts["Accounts"], row => row.Accounts),
            new(texts["HeldBack"], row => row.Held),
            new(texts["Lines"], row => row.Lines),
            new(texts["Overdue"], row => row.Overdue.Minor),
            new(texts["Isolated"], row => row.Isolated),
        ],
        runs.ListAsync,
        texts["Runs"]);

    private static Task<IResult> ItemsAsync(Guid runId, HttpContext http, ListExport export, IIsolirRuns runs, IStringLocalizer<DunningTexts> texts)
    {
        var valueOf = ValuesOf(http);
        var filter = new IsolirItemFilter(DunningWords.EnumOf<IsolirItemState>(valueOf("state")), DunningWords.EnumOf<DunningObstacle>(valueOf("held")));
        return export.AnswerAsync<IsolirItemRow>(
            http,
            "isolir-run",
            "overdue",
            _ =>
            [
                new(texts["Number"], row => row.AccountNumber),
                new(texts["Customer"], row => row.CustomerName),
                new(texts["State"], row => texts["Item." + row.State].Value),
                new(texts["Held"], row => texts["Obstacle." + row.Obstacle].Value),
                new(texts["Detail"], row => row.Detail),
                new(texts["Overdue"], row => row.Overdue.Minor),
                new(texts["OldestDueOn"], row => LedgerWords.WordOf(row.OldestDueOn)),
                new(texts["Lines"], row => row.Lines),
            ],
            (page, cancellationToken) => runs.ItemsAsync(runId, filter, page, cancellationToken),
            texts["Accounts"]);
    }

    private static Func<string, string?> ValuesOf(HttpContext http) => key => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null;
}
