using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Opening;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>Everything opening balances register.</summary>
internal static class OpeningRegistration
{
    public static IServiceCollection AddOpeningBalances(this IServiceCollection services)
    {
        services.AddScoped<OpeningReading>();
        services.AddScoped<OpeningBooking>();
        services.AddScoped<OpeningUndoing>();
        services.AddScoped<IOpeningDesk, OpeningDesk>();
        services.AddScoped<IOpeningDirectory, OpeningDirectory>();
        services.AddScoped<IAuditNames, OpeningAuditNames>();
        return services;
    }
}
