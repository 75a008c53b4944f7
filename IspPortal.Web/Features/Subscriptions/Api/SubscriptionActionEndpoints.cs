using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>/api/v1/subscriptions/{id}/…: what is done with one. Each answers the subscription as it is then.</summary>
internal static class SubscriptionActionEndpoints
{
    public static void MapSubscriptionActions(this RouteGroupBuilder subscriptions)
    {
        Action(subscriptions, "activate", "activateSubscription", SubscriptionsPermissions.SubscriptionsActivate, "Put a sold line into service, now or on a day", "Takes onDay.",
            (id, version, body, services, token) => services.Lifecycle.ActivateAsync(id, version, body.OnDay, token));
        Action(subscriptions, "hold", "holdSubscription", SubscriptionsPermissions.SubscriptionsHold, "Hold a line by hand or for abuse", "Takes hold (manual or abuse) and reason, both required.",
            (id, version, body, services, token) => services.Lifecycle.HoldAsync(id, version, body.Hold ?? AccessHolds.None, body.Reason ?? "", token));
        Action(subscriptions, "release", "releaseSubscription", SubscriptionsPermissions.SubscriptionsHold, "Lift a hold", "Takes hold (manual or abuse) and reason, both required.",
            (id, version, body, services, token) => services.Lifecycle.ReleaseAsync(id, version, body.Hold ?? AccessHolds.None, body.Reason ?? "", token));
        Action(subscriptions, "pause", "pauseSubscription", SubscriptionsPermissions.SubscriptionsWrite, "Agree a pause of whole days", "Takes fromOn and toOn, both required, and reason. It begins and ends by itself.",
            (id, version, body, services, token) => body is { FromOn: { } from, ToOn: { } to }
                ? services.Lifecycle.PauseAsync(id, version, from, to, body.Reason, token)
                : Task.FromResult<Result>(ApiErrors.Field(body.FromOn is null ? "fromOn" : "toOn", "common.required")));
        Action(subscriptions, "end-pause", "endSubscriptionPause", SubscriptionsPermissions.SubscriptionsWrite, "End the pause under way today, or take back the one ahead", "Takes reason.",
            (id, version, body, services, token) => services.Lifecycle.EndPauseAsync(id, version, body.Reason, token));
        Action(subscriptions, "renew", "renewSubscription", SubscriptionsPermissions.SubscriptionsWrite, "Give further periods and lift an expired time", "Takes periods and reason.",
            (id, version, body, services, token) => services.Lifecycle.RenewAsync(id, version, body.Periods ?? 1, body.Reason, token));
        Action(subscriptions, "end-trial", "endSubscriptionTrial", SubscriptionsPermissions.SubscriptionsWrite, "Make a trial an ordinary subscription from today on", "",
            (id, version, _, services, token) => services.Lifecycle.EndTrialAsync(id, version, token));
        Action(subscriptions, "auto-renew", "setSubscriptionAutoRenew", SubscriptionsPermissions.SubscriptionsWrite, "Say whether it goes on by itself", "Takes autoRenew, required.",
            (id, version, body, services, token) => body.AutoRenew is { } on ? services.Lifecycle.SetAutoRenewAsync(id, version, on, token) : Task.FromResult<Result>(ApiErrors.Field("autoRenew", "common.required")));
        Action(subscriptions, "terminate", "terminateSubscription", SubscriptionsPermissions.SubscriptionsWrite, "End it, today or on a day", "Takes reason, required, and onDay.",
            (id, version, body, services, token) => services.Lifecycle.TerminateAsync(id, version, body.OnDay, body.Reason ?? "", token));
        Action(subscriptions, "move-router", "moveSubscriptionRouter", SubscriptionsPermissions.SubscriptionsWrite, "Move it to another router, now or on a day", "Takes routerId, required, onDay and reason.",
            (id, version, body, services, token) => body.RouterId is { } router ? services.Moves.MoveRouterAsync(id, version, router, body.OnDay, body.Reason, token) : Task.FromResult<Result>(ApiErrors.Field("routerId", "common.required")));
        Action(subscriptions, "move-house", "moveSubscriptionHouse", SubscriptionsPermissions.SubscriptionsWrite, "Move it to another house", "Takes address, required, latitude, longitude, routerId and reason.",
            (id, version, body, services, token) => services.Moves.MoveHouseAsync(id, version, new MoveHouseRequest(body.Address ?? "", body.Latitude, body.Longitude, body.RouterId, body.Reason), token));
        Action(subscriptions, "move-account", "moveSubscriptionAccount", SubscriptionsPermissions.SubscriptionsWrite, "Move it to another billing account of the customer", "Takes billingAccountId, required.",
            (id, version, body, services, token) => body.BillingAccountId is { } account ? services.Moves.MoveAccountAsync(id, version, account, token) : Task.FromResult<Result>(ApiErrors.Field("billingAccountId", "common.required")));
        Action(subscriptions, "rename", "renameSubscription", SubscriptionsPermissions.SubscriptionsWrite, "Give it another user name", "Takes username, required.",
            (id, version, body, services, token) => services.Moves.RenameAsync(id, version, body.Username ?? "", token));
        Action(subscriptions, "bind", "bindSubscription", SubscriptionsPermissions.SubscriptionsActivate, "Bind it to a device and an address", "Takes callerId and fixedAddress.",
            (id, version, body, services, token) => services.Moves.BindLineAsync(id, version, new BindLineRequest(body.CallerId, body.FixedAddress), token));

        Action(subscriptions, "add-add-on", "addSubscriptionAddOn", SubscriptionsPermissions.SubscriptionsWrite, "Sell it an add-on", "Takes addOn, required, fromOn, fixedAddress (required where the add-on is an address and the line has none) and reason.",
            (id, version, body, services, token) => body.AddOn is { } addOn
                ? services.Offers.AddAddOnAsync(id, version, new AddAddOnRequest(addOn.ToWanted(), body.FromOn, body.FixedAddress, body.Reason), token)
                : Task.FromResult<Result>(ApiErrors.Field("addOn", "common.required")));
        Action(subscriptions, "end-add-on", "endSubscriptionAddOn", SubscriptionsPermissions.SubscriptionsWrite, "End an add-on, today or on a day", "Takes subscriptionAddOnId, required, lastOn and reason. A fixed address that came with it goes the day after.",
            (id, version, body, services, token) => body.SubscriptionAddOnId is { } addOn
                ? services.Offers.EndAddOnAsync(id, version, addOn, body.LastOn, body.Reason, token)
                : Task.FromResult<Result>(ApiErrors.Field("subscriptionAddOnId", "common.required")));
        Action(subscriptions, "give-promotion", "giveSubscriptionPromotion", SubscriptionsPermissions.SubscriptionsWrite, "Give it a promotion from the next period on", "Takes promotionId or coupon, and reason.",
            (id, version, body, services, token) => services.Offers.GivePromotionAsync(id, version, new WantedPromotion(body.PromotionId, body.Coupon), body.Reason, token));
        Action(subscriptions, "end-promotion", "endSubscriptionPromotion", SubscriptionsPermissions.SubscriptionsWrite, "Take its promotion back from today on", "Takes reason, required.",
            (id, version, body, services, token) => services.Offers.EndPromotionAsync(id, version, body.Reason ?? "", token));

        subscriptions.MapPost("/{id}/change-plan", ChangePlanAsync).WithName("changeSubscriptionPlan").Needs(SubscriptionsPermissions.SubscriptionsWrite).NeedsIdempotencyKey()
            .WithSummary("Give it another plan or price: now, with the next period or on a day")
            .WithDescription("409 plans.price_changed when priceId is not the price in force on that day.")
            .Produces<SubscriptionDetailsResource>().Fails(StatusCodes.Status404NotFound);

        subscriptions.MapPost("/{id}/new-password", NewPasswordAsync).WithName("newSubscriptionPassword").Needs(SubscriptionsPermissions.SubscriptionsPassword).NeedsIdempotencyKey()
            .WithSummary("Generate a new password, given this once")
            .Produces<NewPasswordResource>().Fails(StatusCodes.Status404NotFound);

        subscriptions.MapPost("/{id}/retry", RetryAsync).WithName("retrySubscriptionLine").Needs(SubscriptionsPermissions.SubscriptionsActivate).NeedsIdempotencyKey()
            .WithSummary("Tell the router again what it could not be told")
            .Produces<SubscriptionDetailsResource>().Fails(StatusCodes.Status404NotFound);

        subscriptions.MapDelete("/{id}/changes/{changeId}", CancelAsync).WithName("cancelSubscriptionChange").Needs(SubscriptionsPermissions.SubscriptionsWrite)
            .WithSummary("Take back what is put on a date")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound);

        subscriptions.MapPost("/{id}/changes/{changeId}/dismiss", DismissAsync).WithName("dismissSubscriptionChange").Needs(SubscriptionsPermissions.SubscriptionsWrite).NeedsIdempotencyKey()
            .WithSummary("Take a change that could not be done off the subscription: somebody has seen it")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound);
    }

    private static void Action(
        RouteGroupBuilder subscriptions, string verb, string name, string permission, string summary, string description,
        Func<Guid, long, SubscriptionActionBody, SubscriptionServices, CancellationToken, Task<Result>> act) =>
        subscriptions.MapPost("/{id}/" + verb, async (Guid id, SubscriptionActionBody body, [AsParameters] SubscriptionServices services, CancellationToken token) =>
        {
            if (body.Version is not { } version)
            {
                return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
            }

            var done = await act(id, version, body, services, token);
            return done.Succeeded ? await SubscriptionEndpoints.GetAsync(id, services.Directory, token) : ApiResults.Problem(done.Error);
        }).WithName(name).Needs(permission).NeedsIdempotencyKey().WithSummary(summary)
            .WithDescription(("version is required. " + description).TrimEnd())
            .Produces<SubscriptionDetailsResource>().Fails(StatusCodes.Status404NotFound);

    private static async Task<IResult> ChangePlanAsync(Guid id, ChangePlanBody body, ISubscriptionMoves moves, ISubscriptionDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version || body.PlanId is null || body.PriceId is null)
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : body.PlanId is null ? "planId" : "priceId", "common.required"));
        }

        var done = await moves.ChangePlanAsync(id, version, body.ToRequest(), cancellationToken);
        return done.Succeeded ? await SubscriptionEndpoints.GetAsync(id, directory, cancellationToken) : ApiResults.Problem(done.Error);
    }

    private static async Task<IResult> NewPasswordAsync(Guid id, SubscriptionActionBody body, ISubscriptionMoves moves, ISubscriptionDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var made = await moves.NewPasswordAsync(id, version, cancellationToken);
        return made.Succeeded ? ApiResults.Ok(await directory.GetAsync(id, cancellationToken), details => new NewPasswordResource(details.Row.Username, made.Value)) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> RetryAsync(Guid id, ISubscriptionLifecycle lifecycle, ISubscriptionDirectory directory, CancellationToken cancellationToken)
    {
        var done = await lifecycle.RetryLineAsync(id, cancellationToken);
        return done.Succeeded ? await SubscriptionEndpoints.GetAsync(id, directory, cancellationToken) : ApiResults.Problem(done.Error);
    }

    private static async Task<IResult> CancelAsync(Guid id, Guid changeId, ISubscriptionLifecycle lifecycle, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await lifecycle.CancelChangeAsync(id, changeId, cancellationToken));

    private static async Task<IResult> DismissAsync(Guid id, Guid changeId, ISubscriptionMoves moves, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await moves.DismissChangeAsync(id, changeId, cancellationToken));

    /// <summary>The services that actions need.</summary>
    internal sealed record SubscriptionServices(ISubscriptionLifecycle Lifecycle, ISubscriptionMoves Moves, ISubscriptionOffers Offers, ISubscriptionDirectory Directory);
}
