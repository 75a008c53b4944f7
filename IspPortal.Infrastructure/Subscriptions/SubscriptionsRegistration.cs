using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Lines;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Settings;
using IspPortal.Infrastructure.Subscriptions.Bulk;
using IspPortal.Infrastructure.Subscriptions.Delivery;
using IspPortal.Infrastructure.Subscriptions.Holds;
using IspPortal.Infrastructure.Subscriptions.Night;
using IspPortal.Infrastructure.Subscriptions.Offers;
using IspPortal.Infrastructure.Subscriptions.Quota;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Everything subscriptions register. Before AddPlans, which asks who is on a plan.</summary>
internal static class SubscriptionsRegistration
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddSingleton<ILinePlans, LinePlans>();
        services.AddSettings<SubscriptionSettings, SubscriptionSettingsValidator>("subscriptions");
        services.AddScoped<SubscriptionWriting>();
        services.AddScoped<ISubscriptionDirectory, SubscriptionDirectory>();
        services.AddScoped<ISubscriptionSales, SubscriptionSales>();
        services.AddScoped<ISubscriptionLifecycle, SubscriptionLifecycle>();
        services.AddScoped<ISubscriptionMoves, SubscriptionMoves>();
        services.AddScoped<ISubscriptionOffers, SubscriptionOffers>();
        services.AddScoped<ISignUps, SignUps.SignUps>();
        services.AddScoped<IBulkChanges, BulkChanges>();
        services.AddScoped<BulkRunner>();
        services.AddScoped<BillHolds>();
        services.AddSingleton<ObserveSwitch>();
        services.AddScoped<LineEndings>();
        services.AddScoped<IInstallationOrders, InstallationOrders>();
        services.AddScoped<SubscriptionClockwork>();
        services.AddScoped<LineDeliverer>();
        services.AddScoped<IQuotaDirectory, QuotaDirectory>();
        services.AddScoped<IQuotaTopUps, QuotaTopUps>();
        services.AddScoped<QuotaNotices>();
        services.AddScoped<QuotaClosing>();
        services.AddScoped<QuotaRunner>();
        services.AddSingleton<IExcusedTimes, HeldTimes>();
        services.AddSingleton(new MessageEventDefinition(QuotaNotices.NearlyUsed, MessagePriority.Reminder, QuotaNotices.Fields, QuotaMessages.Texts, TimeSpan.FromDays(2)));
        services.AddSingleton(new MessageEventDefinition(QuotaNotices.UsedUp, MessagePriority.Reminder, QuotaNotices.Fields, QuotaMessages.Texts, TimeSpan.FromDays(2)));
        services.AddScoped<NightWriter>();
        services.AddScoped<NightSpeedRunner>();
        services.AddSingleton<ILineProfiles, SubscriptionLineProfiles>();
        services.AddScoped<OwnedPlanUsage>();
        services.AddScoped<IPlanUsage, SubscriptionPlanUsage>();
        services.AddSingleton<ILinePrices, SubscriptionLinePrices>();
        services.AddSingleton<ICustomerMergePart, SubscriptionMergeParts>();
        services.AddSingleton<ICustomerDataPart, SubscriptionDataPart>();
        services.AddSingleton<ICustomerRemovalGuard, LinesKeepCustomers>();
        services.AddScoped<ISearchSource, SubscriptionSearch>();
        services.AddScoped<IAuditNames, SubscriptionAuditNames>();
        services.AddScoped<ITimelineSource, SubscriptionTimeline>();
        services.AddEventHandler<LineWanted, DeliverLine>("deliver-line");
        services.AddEventHandler<SubscriptionStatusChanged, FollowLines>("follow-lines");
        services.AddEventHandler<LinesMoved, FollowMovedLines>("follow-moved-lines");
        services.AddEventHandler<CustomerRenamed, FollowNames>("follow-names");
        services.AddEventHandler<CustomerTransferred, FollowNames>("follow-transferred-names");
        services.AddEventHandler<CustomerMerged, FollowNames>("follow-merged-names");
        services.AddEventHandler<ServicePlanChanged, FollowServicePlan>("follow-service-plan");
        services.AddPortalJob<DeliverLinesJob>(JobSchedule.Every(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)));
        services.AddPortalJob<RunBulkChangesJob>(JobSchedule.Every(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25)));
        services.AddPortalJob<RunQuotasJob>(JobSchedule.Every(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(50)));
        services.AddPortalJob<RunNightSpeedsJob>(JobSchedule.Every(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(40)));
        services.AddPortalJob<RunSubscriptionDatesJob>(JobSchedule.Every(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(45)));
        return services;
    }
}
