using System.ComponentModel;
using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.WhatIf;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>/api/v1/plans</summary>
internal static class PlanEndpoints
{
    private static readonly string[] Sorts = ["order", "name", "down", "price", "state"];

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("Service plans");

        plans.MapGet("/", ListAsync).WithName("listPlans").Needs(PlanPermissions.PlansRead)
            .WithSummary("List service plans")
            .WithDescription("Search looks at name and slug. Sorts: order, name, down, price, state. Amounts are whole units of currency, without tax.")
            .AnswersPage<PlanResource>();

        plans.MapGet("/{id}", GetAsync).WithName("getPlan").Needs(PlanPermissions.PlansRead)
            .WithSummary("Read one service plan")
            .Produces<PlanDetailsResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapPost("/", AddAsync).WithName("addPlan").Needs(PlanPermissions.PlansWrite).NeedsIdempotencyKey()
            .WithSummary("Add a service plan with its first price")
            .WithDescription("Needs plans.price too. terms is required and holds from today on.")
            .Produces<PlanDetailsResource>(StatusCodes.Status201Created);

        plans.MapPut("/{id}", ChangeAsync).WithName("changePlan").Needs(PlanPermissions.PlansWrite)
            .WithSummary("Change a service plan, its prices excepted")
            .WithDescription("The whole plan is given; version is required. A changed speed reaches the routers of PPPoE and hotspot plans by /plans/{id}/profiles/mend; lines of static plans carry their speed themselves and are given it without asking.")
            .Produces<PlanDetailsResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        plans.MapPost("/{id}/retire", (Guid id, IPlanEditor editor, IPlanCatalog catalog, CancellationToken token) => SwitchAsync(id, false, editor, catalog, token))
            .WithName("retirePlan").Needs(PlanPermissions.PlansWrite).NeedsIdempotencyKey()
            .WithSummary("Take a plan out of sale; those who have it keep it")
            .Produces<PlanDetailsResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapPost("/{id}/activate", (Guid id, IPlanEditor editor, IPlanCatalog catalog, CancellationToken token) => SwitchAsync(id, true, editor, catalog, token))
            .WithName("activatePlan").Needs(PlanPermissions.PlansWrite).NeedsIdempotencyKey()
            .WithSummary("Put a retired plan back on sale")
            .Produces<PlanDetailsResource>().Fails(StatusCodes.Status404NotFound);

        plans.MapGet("/{id}/prices", PricesAsync).WithName("listPlanPrices").Needs(PlanPermissions.PlansRead)
            .WithSummary("List every price of a plan, the newest first, or the one of a day")
            .Produces<IReadOnlyList<PlanPriceResource>>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        plans.MapPost("/{id}/prices", ScheduleAsync).WithName("schedulePlanPrice").Needs(PlanPermissions.PlansPrice).NeedsIdempotencyKey()
            .WithSummary("Schedule the next price")
            .WithDescription("From tomorrow at the earliest. version is the plan's: a price that somebody else scheduled meanwhile is a conflict. Subscriptions keep their price until they are moved.")
            .Produces<PlanPriceResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);

        plans.MapDelete("/{id}/prices/{priceId}", WithdrawAsync).WithName("withdrawPlanPrice").Needs(PlanPermissions.PlansPrice)
            .WithSummary("Withdraw a price that is not in force yet")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        plans.MapPost("/{id}/what-if", WhatIfAsync).WithName("askPlanWhatIf").Needs(PlanPermissions.PlansRead)
            .WithSummary("Ask what another price or speed would do")
            .WithDescription("Changes nothing and asks no router: subscribers, monthly revenue before and after, router steps, sessions kicked and when.")
            .Produces<PlanWhatIfResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only plans that are sold (true) or retired (false).")] bool? active,
        [FromQuery, Description("Only plans of this service.")] EnumWord<AccessService>? service,
        [FromQuery, Description("Only plans paid so.")] EnumWord<PlanPayment>? payment,
        [FromQuery, Description("Only plans offered to these.")] EnumWord<PlanAudience>? audience,
        [FromQuery, Description("Only plans that are put forward (true) or not (false).")] bool? popular,
        IPlanCatalog catalog,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var (served, paid, offered) = (service.Read("service"), payment.Read("payment"), audience.Read("audience"));
        return (page.Error ?? served.Error ?? paid.Error ?? offered.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await catalog.ListAsync(new PlanFilter(active, served.Value, paid.Value, offered.Value) { IsPopular = popular }, page.Value, cancellationToken), PlanResource.Of);
    }

    private static async Task<IResult> GetAsync(Guid id, IPlanCatalog catalog, CancellationToken cancellationToken) =>
        ApiResults.Ok(await catalog.GetAsync(id, cancellationToken), PlanDetailsResource.Of);

    private static async Task<IResult> AddAsync(SavePlanBody body, IPlanEditor editor, IPlanCatalog catalog, CancellationToken cancellationToken)
    {
        var added = await editor.AddAsync(body.ToRequest(), cancellationToken);
        if (!added.Succeeded)
        {
            return ApiResults.Problem(added.Error);
        }

        var plan = await catalog.GetAsync(added.Value, cancellationToken);
        return plan.Succeeded ? TypedResults.Created($"/api/v1/plans/{added.Value}", PlanDetailsResource.Of(plan.Value)) : ApiResults.Problem(plan.Error);
    }

    private static async Task<IResult> ChangeAsync(Guid id, SavePlanBody body, IPlanEditor editor, IPlanCatalog catalog, CancellationToken cancellationToken) =>
        body.Version is not { } version ? ApiResults.Problem(ApiErrors.Field("version", "common.required"))
        : await editor.UpdateAsync(id, version, body.ToRequest(), cancellationToken) is { Succeeded: false } refused ? ApiResults.Problem(refused.Error)
        : await GetAsync(id, catalog, cancellationToken);

    private static async Task<IResult> SwitchAsync(Guid id, bool active, IPlanEditor editor, IPlanCatalog catalog, CancellationToken cancellationToken) =>
        await editor.SetActiveAsync(id, active, cancellationToken) is { Succeeded: false } refused ? ApiResults.Problem(refused.Error) : await GetAsync(id, catalog, cancellationToken);

    private static async Task<IResult> PricesAsync(
        Guid id, [FromQuery, Description("Only the price of this day.")] DateOnly? on, IPlanCatalog catalog, CancellationToken cancellationToken)
    {
        if (on is { } day)
        {
            return ApiResults.Ok(await catalog.PriceOnAsync(id, day, cancellationToken), price => (IReadOnlyList<PlanPriceResource>)[PlanPriceResource.Of(price)]);
        }

        return ApiResults.Ok(await catalog.GetAsync(id, cancellationToken), plan => (IReadOnlyList<PlanPriceResource>)[.. plan.Prices.Select(PlanPriceResource.Of)]);
    }

    private static async Task<IResult> ScheduleAsync(Guid id, SchedulePriceBody body, IPlanEditor editor, IPlanCatalog catalog, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version || body.ValidFromOn is not { } from || body.Terms is not { } terms)
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : body.ValidFromOn is null ? "validFromOn" : "terms", "common.required"));
        }

        var scheduled = await editor.SchedulePriceAsync(id, new SchedulePriceRequest(version, from, terms.ToTerms(), body.Reason), cancellationToken);
        if (!scheduled.Succeeded)
        {
            return ApiResults.Problem(scheduled.Error);
        }

        var plan = await catalog.GetAsync(id, cancellationToken);
        return plan.Succeeded
            ? TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/plans/{id}/prices?on={from:yyyy-MM-dd}"), PlanPriceResource.Of(plan.Value.Prices.First(p => p.Id == scheduled.Value)))
            : ApiResults.Problem(plan.Error);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, Guid priceId, IPlanEditor editor, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await editor.WithdrawPriceAsync(id, priceId, cancellationToken));

    private static async Task<IResult> WhatIfAsync(Guid id, PlanWhatIfBody body, IPlanForecast forecast, CancellationToken cancellationToken) =>
        ApiResults.Ok(await forecast.WhatIfAsync(id, body.ToRequest(), cancellationToken), PlanWhatIfResource.Of);
}
