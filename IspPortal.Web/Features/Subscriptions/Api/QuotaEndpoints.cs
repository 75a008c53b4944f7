using IspPortal.Core.Common.Money;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>/api/v1/subscriptions/{id}/quota and /top-ups</summary>
internal static class QuotaEndpoints
{
    public static void MapQuotas(this RouteGroupBuilder subscriptions)
    {
        subscriptions.MapGet("/{id}/quota", GetAsync).WithName("getSubscriptionQuota").Needs(SubscriptionsPermissions.SubscriptionsRead)
            .WithSummary("Read how much of its data a subscription used")
            .WithDescription("Needs monitoring.read too. Used is exact over what was read; what was not read is told apart and never counted. Amounts are whole units of currency, without tax.")
            .Produces<QuotaResource>().Fails(StatusCodes.Status404NotFound);

        subscriptions.MapPost("/{id}/top-ups", TopUpAsync).WithName("topUpSubscription").Needs(SubscriptionsPermissions.SubscriptionsWrite).NeedsIdempotencyKey()
            .WithSummary("Sell data for the period that runs")
            .WithDescription("Needs monitoring.read too. A line that was held back or throttled for its quota is let go at once when it is enough. 409 subscriptions.no_quota when its plan has none.")
            .Produces<QuotaResource>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GetAsync(Guid id, IQuotaDirectory quotas, CancellationToken cancellationToken) =>
        ApiResults.Ok(await quotas.GetAsync(id, cancellationToken), QuotaResource.Of);

    private static async Task<IResult> TopUpAsync(Guid id, TopUpBody body, IQuotaTopUps topUps, IQuotaDirectory quotas, CancellationToken cancellationToken)
    {
        if (body is not { Version: { } version, Bytes: { } bytes, Price: { } price })
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : body.Bytes is null ? "bytes" : "price", "common.required"));
        }

        var done = await topUps.TopUpAsync(id, version, new TopUpRequest(bytes, Money.Idr(price), body.Reason), cancellationToken);
        return done.Succeeded ? await GetAsync(id, quotas, cancellationToken) : ApiResults.Problem(done.Error);
    }
}
