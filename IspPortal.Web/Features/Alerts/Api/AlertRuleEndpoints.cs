using System.ComponentModel;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>/api/v1/alert-rules</summary>
internal static class AlertRuleEndpoints
{
    private static readonly string[] Sorts = ["name", "severity"];

    public static void MapAlertRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/alert-rules").WithTags("Alerts");

        rules.MapGet("/", ListAsync).WithName("listAlertRules").Needs(AlertPermissions.AlertsRead)
            .WithSummary("List the rules that open alerts")
            .WithDescription("Search looks at the name. Sorts: name, severity. Built-in rules come first.")
            .AnswersPage<AlertRuleRow>();

        rules.MapGet("/{id}", GetAsync).WithName("getAlertRule").Needs(AlertPermissions.AlertsRead)
            .WithSummary("Read one rule")
            .Produces<AlertRuleRow>().Fails(StatusCodes.Status404NotFound);

        rules.MapPost("/", AddAsync).WithName("addAlertRule").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Make a rule on a figure")
            .Produces<AlertRuleRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        rules.MapPut("/{id}", UpdateAsync).WithName("updateAlertRule").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Change a rule")
            .WithDescription("What is left out counts as not said. What a rule looks at stays as it is.")
            .Produces<AlertRuleRow>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        rules.MapDelete("/{id}", RemoveAsync).WithName("removeAlertRule").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Remove a rule and end its open alerts")
            .WithDescription("Built-in rules can only be switched off.")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        rules.MapPost("/preview", PreviewAsync).WithName("previewAlertRule").Needs(AlertPermissions.AlertsRead)
            .WithSummary("How often a rule would have opened in the last 24 hours")
            .WithDescription("From the history of at most 50 of its subjects. Nothing is kept.")
            .Produces<RulePreview>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("true: only those that work; false: only those that do not.")] bool? isEnabled,
        [FromQuery, Description("Only rules of this severity.")] EnumWord<AlertSeverity>? severity,
        IAlertRules rules,
        CancellationToken cancellationToken)
    {
        var (page, wanted) = (list.Read(Sorts), severity.Read("severity"));
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await rules.ListAsync(new AlertRuleFilter(isEnabled, wanted.Value), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IAlertRules rules, CancellationToken cancellationToken) => ApiResults.Ok(await rules.GetAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> AddAsync(AlertRuleBody body, IAlertRules rules, TimeProvider clock, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var added = await rules.AddAsync(id, body.ToRequest(), cancellationToken);
        var made = added.Succeeded ? await rules.GetAsync(id, cancellationToken) : added.Error;
        return made.Succeeded ? TypedResults.Created($"/api/v1/alert-rules/{id}", made.Value) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> UpdateAsync(Guid id, AlertRuleBody body, IAlertRules rules, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var updated = await rules.UpdateAsync(id, version, body.ToRequest(), cancellationToken);
        return updated.Succeeded ? await GetAsync(id, rules, cancellationToken) : ApiResults.Problem(updated.Error);
    }

    private static async Task<IResult> RemoveAsync(Guid id, [FromQuery, Description("The version that was read; required.")] long? version, IAlertRules rules, CancellationToken cancellationToken) =>
        version is { } seen ? ApiResults.NoContent(await rules.RemoveAsync(id, seen, cancellationToken)) : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> PreviewAsync(AlertRuleBody body, IAlertRules rules, CancellationToken cancellationToken) =>
        ApiResults.Ok(await rules.PreviewAsync(body.ToRequest(), cancellationToken), static preview => preview);
}
