using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Everything receipts register.</summary>
internal static class ReceiptsRegistration
{
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        services.AddSettings<ReceiptSettings, ReceiptSettingsValidator>("receipts");
        services.AddSingleton<PrepaidOffers>();
        services.AddSingleton<AccountSettling>();
        services.AddSingleton<OfferLapses>();
        services.AddSingleton<ReceiptVoiding>();
        services.AddScoped<IReceiptBook, ReceiptBook>();
        services.AddScoped<IReceiptDirectory, ReceiptDirectory>();
        services.AddScoped<IReceiptSlips, ReceiptSlips>();
        services.AddScoped<IAuditNames, ReceiptAuditNames>();
        services.AddScoped<IRefunds, Refunds>();
        services.AddScoped<IAuditNames, RefundAuditNames>();
        services.AddEventHandler<LinePaidAhead, FollowPaidLines>("follow-paid-lines");
        services.AddEventHandler<LineUnpaid, FollowPaidLines>("follow-unpaid-lines");
        services.AddPortalJob<LapseOffersJob>(JobSchedule.Every(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(40)));
        return services;
    }
}
