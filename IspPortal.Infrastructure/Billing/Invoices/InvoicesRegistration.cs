using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Everything bills register.</summary>
internal static class InvoicesRegistration
{
    public static IServiceCollection AddInvoices(this IServiceCollection services)
    {
        services.AddSettings<BillingSettings, BillingSettingsValidator>("billing");
        services.AddSingleton<BillingFacts>();
        services.AddSingleton<BillMaker>();
        services.AddSingleton<BillWriter>();
        services.AddScoped<IInvoiceDirectory, InvoiceDirectory>();
        services.AddScoped<IBillingTerms, BillingTermsDesk>();
        return services;
    }
}
