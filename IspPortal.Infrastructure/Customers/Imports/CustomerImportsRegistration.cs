using IspPortal.Core.Audit;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Customers.Imports.Jobs;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>Everything that imports of customers register.</summary>
internal static class CustomerImportsRegistration
{
    public static IServiceCollection AddCustomerImports(this IServiceCollection services)
    {
        services.AddSettings<CustomerImportSettings, CustomerImportSettingsValidator>("customer-imports");
        services.AddSingleton<CustomerImportVault>();
        services.AddSingleton<CustomerImportCandidates>();
        services.AddScoped<CustomerImportChecker>();
        services.AddScoped<ICustomerImportDirectory, CustomerImportDirectory>();
        services.AddScoped<ICustomerImportDesk, CustomerImportDesk>();
        services.AddScoped<CustomerImportRunner>();
        services.AddScoped<CustomerImportSweeper>();
        services.AddSingleton<ICustomerDataPart, CustomerImportDataPart>();
        services.AddSingleton<ICustomerMergePart, CustomerImportMergePart>();
        services.AddScoped<IAuditNames, CustomerImportAuditNames>();
        services.AddPortalJob<RunCustomerImportsJob>(JobSchedule.Every(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15)));
        services.AddPortalJob<SweepCustomerImportsJob>(JobSchedule.DailyAt(new TimeOnly(4, 0)));
        return services;
    }
}
