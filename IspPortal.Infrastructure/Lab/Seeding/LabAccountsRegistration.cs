using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The lab's accounts: made while it is on, refused while it is off. Needs identity and the lab's settings (<c>AddLab</c>).</summary>
internal static class LabAccountsRegistration
{
    public static IServiceCollection AddLabAccounts(this IServiceCollection services) => services.AddHostedService<LabAccounts>();
}
