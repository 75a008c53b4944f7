using System.ComponentModel;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>/api/v1/alert-policies</summary>
internal static class AlertPolicyEndpoints
{
    public static void MapAlertPolicies(this IEndpointRouteBuilder api)
    {
        var policies = api.MapGroup("/alert-policies").WithTags("Alerts");

        policies.MapGet("/", ListAsync).WithName("listAlertPolicies").Needs(AlertPermissions.AlertsRead)
            .WithSummary("List who is told of alerts, and when")
            .WithDescription("By name; search looks at it.")
            .AnswersPage<AlertPolicyRow>();

        policies.MapGet("/{id}", GetAsync).WithName("getAlertPolicy").Needs(AlertPermissions.AlertsRead)
            .WithSummary("Read one policy")
            .Produces<AlertPolicyRow>().Fails(StatusCodes.Status404NotFound);

        policies.MapPost("/", AddAsync).WithName("addAlertPolicy").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Make a policy")
            .Produces<AlertPolicyRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        policies.MapPut("/{id}", UpdateAsync).WithName("updateAlertPolicy").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Change a policy")
            .WithDescription("What is left out counts as not said.")
            .Produces<AlertPolicyRow>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        policies.MapDelete("/{id}", RemoveAsync).WithName("removeAlertPolicy").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Remove a policy that no rule goes by")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IAlertPolicies policies, CancellationToken cancellationToken)
    {
        var page = list.Read();
        if (!page.Succeeded)
        {
            return ApiResults.Problem(page.Error);
        }

        return ApiResults.Ok(await policies.ListAsync(cancellationToken), all => ApiPage.Cut(all, page.Value, static row => row.Name, static row => row));
    }

    private static async Task<IResult> GetAsync(Guid id, IAlertPolicies policies, CancellationToken cancellationToken) => ApiResults.Ok(await FindAsync(id, policies, cancellationToken), static row => row);

    private static async Task<IResult> AddAsync(AlertPolicyBody body, IAlertPolicies policies, TimeProvider clock, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var added = await policies.SaveAsync(id, 0, body.ToRequest(), cancellationToken);
        var made = added.Succeeded ? await FindAsync(id, policies, cancellationToken) : added.Error;
        return made.Succeeded ? TypedResults.Created($"/api/v1/alert-policies/{id}", made.Value) : ApiResults.Problem(made.Error);
    }

    // Saving makes one that is not there, which a change must not.
    private static async Task<IResult> UpdateAsync(Guid id, AlertPolicyBody body, IAlertPolicies policies, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var known = await FindAsync(id, policies, cancellationToken);
        if (!known.Succeeded)
        {
            return ApiResults.Problem(known.Error);
        }

        var updated = await policies.SaveAsync(id, version, body.ToRequest(), cancellationToken);
        return updated.Succeeded ? await GetAsync(id, policies, cancellationToken) : ApiResults.Problem(updated.Error);
    }

    private static async Task<IResult> RemoveAsync(Guid id, [FromQuery, Description("The version that was read; required.")] long? version, IAlertPolicies policies, CancellationToken cancellationToken) =>
        version is { } seen ? ApiResults.NoContent(await policies.RemoveAsync(id, seen, cancellationToken)) : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<Result<AlertPolicyRow>> FindAsync(Guid id, IAlertPolicies policies, CancellationToken cancellationToken)
    {
        var all = await policies.ListAsync(cancellationToken);
        if (!all.Succeeded)
        {
            return all.Error;
        }

        return all.Value.FirstOrDefault(policy => policy.Id == id) is { } found ? found : AlertErrors.PolicyNotFound;
    }
}
