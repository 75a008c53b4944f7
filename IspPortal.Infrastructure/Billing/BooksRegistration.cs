using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Tables;
using IspPortal.Infrastructure.Billing.Ageing;
using IspPortal.Infrastructure.Billing.Deferred;
using IspPortal.Infrastructure.Billing.Revenue;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing;

/// <summary>What is read out of bills and ledger, and what turns what was billed ahead into revenue.</summary>
internal static class BooksRegistration
{
    public static IServiceCollection AddBooks(this IServiceCollection services)
    {
        services.AddScoped<IAgeing, AgeingDirectory>();
        services.AddScoped<IRevenue, RevenueBooks>();
        services.AddSingleton<IWorkbooks, Workbooks>();
        services.AddSingleton<DeferredRecognition>();
        services.AddPortalJob<RecogniseRevenueJob>(JobSchedule.Every(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1)));
        return services;
    }
}
