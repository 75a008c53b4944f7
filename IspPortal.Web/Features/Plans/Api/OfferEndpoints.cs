using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>/api/v1/plans/add-ons and /api/v1/plans/promotions</summary>
internal static class OfferEndpoints
{
    public static void MapPlanOffers(this IEndpointRouteBuilder api)
    {
        var addOns = api.MapGroup("/plans/add-ons").WithTags("Service plans");
        addOns.MapGet("/", ListAddOnsAsync).WithName("listAddOns").Needs(PlanPermissions.PlansRead)
            .WithSummary("List add-ons").WithDescription("Search looks at code and name. Sorts: name, code, price.").AnswersPage<AddOnResource>();
        addOns.MapGet("/{id}", GetAddOnAsync).WithName("getAddOn").Needs(PlanPermissions.PlansRead)
            .WithSummary("Read one add-on").Produces<AddOnResource>().Fails(StatusCodes.Status404NotFound);
        addOns.MapPost("/", AddAddOnAsync).WithName("addAddOn").Needs(PlanPermissions.PlansWrite).NeedsIdempotencyKey()
            .WithSummary("Add an add-on").Produces<AddOnResource>(StatusCodes.Status201Created);
        addOns.MapPut("/{id}", ChangeAddOnAsync).WithName("changeAddOn").Needs(PlanPermissions.PlansWrite)
            .WithSummary("Change an add-on").WithDescription("The whole add-on is given; version is required.").Produces<AddOnResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        var promotions = api.MapGroup("/plans/promotions").WithTags("Service plans");
        promotions.MapGet("/", ListPromotionsAsync).WithName("listPromotions").Needs(PlanPermissions.PlansRead)
            .WithSummary("List promotions, the latest first").WithDescription("Search looks at name and coupon. Sorts: from, to, name.").AnswersPage<PromotionResource>();
        promotions.MapGet("/{id}", GetPromotionAsync).WithName("getPromotion").Needs(PlanPermissions.PlansRead)
            .WithSummary("Read one promotion").Produces<PromotionResource>().Fails(StatusCodes.Status404NotFound);
        promotions.MapPost("/", AddPromotionAsync).WithName("addPromotion").Needs(PlanPermissions.PlansPrice).NeedsIdempotencyKey()
            .WithSummary("Add a promotion").Produces<PromotionResource>(StatusCodes.Status201Created);
        promotions.MapPut("/{id}", ChangePromotionAsync).WithName("changePromotion").Needs(PlanPermissions.PlansPrice)
            .WithSummary("Change a promotion").WithDescription("The whole promotion is given; version is required. What was given already stays given.").Produces<PromotionResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAddOnsAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only of this kind.")] EnumWord<AddOnKind>? kind,
        [FromQuery, Description("Only those that are sold (true) or not (false).")] bool? active,
        [FromQuery, Description("Only those that belong to this plan.")] Guid? planId,
        IPlanAddOns addOns,
        CancellationToken cancellationToken)
    {
        var page = list.Read("name", "code", "price");
        var wanted = kind.Read("kind");
        return (page.Error ?? wanted.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await addOns.ListAsync(new AddOnFilter(wanted.Value, active, planId), page.Value, cancellationToken), AddOnResource.Of);
    }

    private static async Task<IResult> GetAddOnAsync(Guid id, IPlanAddOns addOns, CancellationToken cancellationToken) => ApiResults.Ok(await addOns.GetAsync(id, cancellationToken), AddOnResource.Of);

    private static async Task<IResult> AddAddOnAsync(AddOnBody body, IPlanAddOns addOns, CancellationToken cancellationToken)
    {
        var added = await addOns.AddAsync(body.ToRequest(), cancellationToken);
        var row = added.Succeeded ? await addOns.GetAsync(added.Value, cancellationToken) : added.Error;
        return row.Succeeded ? TypedResults.Created($"/api/v1/plans/add-ons/{row.Value.Id}", AddOnResource.Of(row.Value)) : ApiResults.Problem(row.Error);
    }

    private static async Task<IResult> ChangeAddOnAsync(Guid id, AddOnBody body, IPlanAddOns addOns, CancellationToken cancellationToken) =>
        body.Version is not { } version ? ApiResults.Problem(ApiErrors.Field("version", "common.required"))
        : await addOns.UpdateAsync(id, version, body.ToRequest(), cancellationToken) is { Succeeded: false } refused ? ApiResults.Problem(refused.Error)
        : await GetAddOnAsync(id, addOns, cancellationToken);

    private static async Task<IResult> ListPromotionsAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only those in this state today.")] EnumWord<PromotionState>? state,
        [FromQuery, Description("Only of this kind.")] EnumWord<PromotionKind>? kind,
        [FromQuery, Description("Only those for this plan.")] Guid? planId,
        IPlanPromotions promotions,
        CancellationToken cancellationToken)
    {
        var page = list.Read("from", "to", "name");
        var (stands, wanted) = (state.Read("state"), kind.Read("kind"));
        return (page.Error ?? stands.Error ?? wanted.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await promotions.ListAsync(new PromotionFilter(stands.Value, wanted.Value, planId), page.Value, cancellationToken), PromotionResource.Of);
    }

    private static async Task<IResult> GetPromotionAsync(Guid id, IPlanPromotions promotions, CancellationToken cancellationToken) =>
        ApiResults.Ok(await promotions.GetAsync(id, cancellationToken), PromotionResource.Of);

    private static async Task<IResult> AddPromotionAsync(PromotionBody body, IPlanPromotions promotions, CancellationToken cancellationToken)
    {
        var added = await promotions.AddAsync(body.ToRequest(), cancellationToken);
        var row = added.Succeeded ? await promotions.GetAsync(added.Value, cancellationToken) : added.Error;
        return row.Succeeded ? TypedResults.Created($"/api/v1/plans/promotions/{row.Value.Id}", PromotionResource.Of(row.Value)) : ApiResults.Problem(row.Error);
    }

    private static async Task<IResult> ChangePromotionAsync(Guid id, PromotionBody body, IPlanPromotions promotions, CancellationToken cancellationToken) =>
        body.Version is not { } version ? ApiResults.Problem(ApiErrors.Field("version", "common.required"))
        : await promotions.UpdateAsync(id, version, body.ToRequest(), cancellationToken) is { Succeeded: false } refused ? ApiResults.Problem(refused.Error)
        : await GetPromotionAsync(id, promotions, cancellationToken);
}
