using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Corrections;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Corrections;

/// <summary>Everything corrections register.</summary>
internal static class CorrectionsRegistration
{
    public static IServiceCollection AddCorrections(this IServiceCollection services)
    {
        services.AddSingleton<CreditNoteWriter>();
        services.AddScoped<IInvoiceCorrections, InvoiceCorrections>();
        services.AddScoped<ICreditNoteDirectory, CreditNoteDirectory>();
        services.AddScoped<IAuditNames, CorrectionAuditNames>();
        return services;
    }
}
