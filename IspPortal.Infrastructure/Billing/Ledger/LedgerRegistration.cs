using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Ledger;

/// <summary>Everything the ledger registers.</summary>
internal static class LedgerRegistration
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddSettings<LedgerSettings, LedgerSettingsValidator>("ledger");
        services.AddSingleton<LedgerBook>();
        services.AddScoped<ILedgerDirectory, LedgerDirectory>();
        services.AddScoped<IDayClosing, DayClosings>();
        services.AddScoped<IAuditNames, LedgerAuditNames>();
        return services;
    }
}
