using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Tax;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Tax;

/// <summary>Everything taxes register.</summary>
internal static class TaxRegistration
{
    public static IServiceCollection AddTaxes(this IServiceCollection services)
    {
        services.AddSettings<TaxSettings, TaxSettingsValidator>("tax");
        services.AddScoped<SlipRecorder>();
        services.AddScoped<ITaxBooks, TaxBooks>();
        services.AddScoped<IAuditNames, SlipAuditNames>();
        return services;
    }
}
