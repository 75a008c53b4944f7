using IspPortal.Core.Customers;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Infrastructure.Subscriptions.Bulk;
using IspPortal.Infrastructure.Subscriptions.Delivery;
using IspPortal.Infrastructure.Subscriptions.Night;
using IspPortal.Infrastructure.Subscriptions.Quota;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of subscriptions.</summary>
internal sealed class SubscriptionsCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["SubscriptionSearch"] = FindAsync,
        ["SubscriptionAuditNames"] = NamesAsync,
        ["SubscriptionDirectory"] = async services =>
        {
            var directory = services.GetRequiredService<ISubscriptionDirectory>();
            foreach (var sort in (string?[])[null, "number", "username", "starts", "ends", "updated"])
            {
                await directory.ListAsync(new(SubscriptionStatus.Active, Id, Id, Id) { BillingAccountId = Id, EndsWithinDays = 7, Unsettled = true, Trials = true }, new(2, 10, "a%_[ budi", sort), Token);
                await directory.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await directory.GetAsync(Id, Token);
            await directory.FindByAccessAsync(Id, Token);
            await directory.ListHistoryAsync(Id, new(2, 10, null), Token);
        },
        ["SubscriptionSales"] = async services =>
        {
            var sales = services.GetRequiredService<ISubscriptionSales>();
            await sales.SuggestUsernameAsync(Id, Id, Id, Token);
            await sales.SellAsync(Id, new(Id, Id, Id, Id, new(2026, 11, 22)), Token);
        },
        ["SubscriptionWriting"] = async services =>
        {
            var lifecycle = services.GetRequiredService<ISubscriptionLifecycle>();
            await lifecycle.HoldAsync(Id, 1, AccessHolds.Manual, "a", Token);
            await services.GetRequiredService<ISubscriptionMoves>().ChangePlanAsync(Id, 1, new(Id, Id, ChangeMoment.Now), Token);
            await services.GetRequiredService<ISubscriptionMoves>().DismissChangeAsync(Id, Id, Token);
        },
        ["SubscriptionClockwork"] = async services => await services.GetRequiredService<SubscriptionClockwork>().RunDueAsync(Token),
        ["LineDeliverer"] = async services =>
        {
            await services.GetRequiredService<LineDeliverer>().RunAsync(Token);
            await services.GetRequiredService<LineDeliverer>().DeliverAsync(Id, Token);
        },
        ["NightSpeedRunner"] = async services => await services.GetRequiredService<NightSpeedRunner>().RunDueAsync(Token),
        ["NightWriter"] = async services => await services.GetRequiredService<NightWriter>().WriteAsync(
            new(Id, "a", Id, AccessService.Pppoe, 200, "a", "1M/1M", true), [new(Id, Id, Id, Id, AccessService.Pppoe, null, "a", null)], Token),
        ["SubscriptionLineProfiles"] = async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await services.GetRequiredService<ILineProfiles>().OnAsync(context, Id, null, Token);
            await services.GetRequiredService<ILineProfiles>().OnAsync(context, Id, [Id], Token);
        },
        ["SubscriptionPlanUsage"] = async services =>
        {
            var usage = services.GetServices<IPlanUsage>().OfType<SubscriptionPlanUsage>().Single();
            await usage.CountAsync([Id], Token);
            await usage.GetAsync(Id, Token);
            await usage.ListStaticLinesAsync(Id, Token);
        },
        ["SubscriptionLinePrices"] = async services => await services.GetRequiredService<ILinePrices>().OnRouterAsync(Id, Token),
        ["SubscriptionOffers"] = async services =>
        {
            var offers = services.GetRequiredService<ISubscriptionOffers>();
            await offers.AddAddOnAsync(Id, 1, new(new(Id)), Token);
            await offers.EndAddOnAsync(Id, 1, Id, null, "a", Token);
            await offers.GivePromotionAsync(Id, 1, new(Coupon: "a"), null, Token);
            await offers.EndPromotionAsync(Id, 1, "a", Token);
        },
        ["QuotaRunner"] = async services => await services.GetRequiredService<QuotaRunner>().RunDueAsync(Token),
        ["QuotaClosing"] = async services => await services.GetRequiredService<QuotaClosing>().CloseDueAsync(Token),
        ["QuotaDirectory"] = async services =>
        {
            var quotas = services.GetRequiredService<IQuotaDirectory>();
            await quotas.GetAsync(Id, Token);
            await quotas.UsesAsync([Id], Token);
            await services.GetRequiredService<IQuotaTopUps>().TopUpAsync(Id, 1, new(1_000_000, Core.Common.Money.Money.Idr(1)), Token);
        },
        ["HeldTimes"] = async services => await services.GetServices<IExcusedTimes>().OfType<HeldTimes>().Single().BetweenAsync([Id], DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1), Token),
        ["SubscriptionTimeline"] = ReadTimelineAsync,
        ["FollowMovedLines"] = services => services.GetRequiredService<FollowMovedLines>().HandleAsync(new(Id, [Id]), Token),
        ["FollowNames"] = services => services.GetRequiredService<FollowNames>().HandleAsync(new CustomerRenamed(Id), Token),
        ["FollowServicePlan"] = services => services.GetRequiredService<FollowServicePlan>().HandleAsync(new(Id), Token),
        ["FollowLines"] = services => services.GetRequiredService<FollowLines>().HandleAsync(new(Id), Token),
        ["InstallationOrders"] = async services => await services.GetRequiredService<IInstallationOrders>().MakeAsync(Id, Token),
        ["BulkChanges"] = async services =>
        {
            var bulk = services.GetRequiredService<IBulkChanges>();
            await bulk.PreviewAsync(new(new(SubscriptionStatus.Active, Id, Id, Id), "a%_[", BulkChangeKind.AddTag) { Tag = "a" }, Token);
            await bulk.StartAsync(Id, new(new(), null, BulkChangeKind.MoveRouter) { RouterId = Id, Reason = "a" }, Token);
            await bulk.ListAsync(new(2, 10, null), Token);
            await bulk.GetAsync(Id, Token);
            await bulk.ListFailuresAsync(Id, new(2, 10, null), Token);
            await bulk.StopAsync(Id, Token);
        },
        ["BulkRunner"] = async services => await services.GetRequiredService<BulkRunner>().RunAsync(Token),
        ["SignUps"] = async services =>
        {
            var signUps = services.GetRequiredService<ISignUps>();
            await signUps.ListAsync(new(2, 10, "a%_["), Token);
            await signUps.ListRoutersAsync(-6.2, 106.8, Id, Token);
            await signUps.SaveAsync(Id, 1, SignUpStep.Place, new(), Token);
            await signUps.BeginAsync(Id, Id, Token);
        },
    };
}
