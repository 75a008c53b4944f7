using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The lab's accounts: made while it is on, refused while it is off. Needs identity.</summary>
internal static class LabAccountsRegistration
{
    /// <summary><paramref name="onByDefault"/> decides where <c>Lab:Enabled</c> says nothing, as in <c>AddLab</c>.</summary>
    public static IServiceCollection AddLabAccounts(this IServiceCollection services, IConfiguration configuration, bool onByDefault)
    {
        var options = new LabOptions { Enabled = onByDefault };
        configuration.GetSection(LabOptions.Section).Bind(options);
        return services.AddSingleton<IHostedService>(provider => new LabAccounts(
            options,
            provider.GetRequiredService<PortalContextSource>(),
            provider.GetRequiredService<PasswordVault>(),
            provider.GetRequiredService<AccountSessions>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
