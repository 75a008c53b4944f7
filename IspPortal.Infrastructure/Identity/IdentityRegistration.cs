using IspPortal.Core.Audit;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Accounts;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Tokens;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Identity.Accounts;
using IspPortal.Infrastructure.Identity.ApiKeys;
using IspPortal.Infrastructure.Identity.Links;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Identity.Tokens;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IspPortal.Infrastructure.Identity;

/// <summary>Everything identity registers. Needs the foundation.</summary>
internal static class IdentityRegistration
{
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IdentitySettings>()
            .Bind(configuration.GetSection(IdentitySettings.Section))
            .Validate(settings => settings.PasswordIterations is >= 1_000 and <= 10_000_000, "Identity:PasswordIterations must be between 1,000 and 10,000,000.")
            .Validate(settings => settings.FailuresPerAddress > 0 && settings.FailuresPerEmail > 0, "Identity:FailuresPerAddress and Identity:FailuresPerEmail must be above zero.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<CurrentActor>();
        services.TryAddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());
        services.AddScoped<IActorScope>(provider => provider.GetRequiredService<CurrentActor>());
        services.AddSingleton<PasswordVault>();
        services.AddSingleton<AttemptLimiter>();
        services.AddSingleton<AccountSessions>();
        services.AddSingleton<IAccountSessions>(provider => provider.GetRequiredService<AccountSessions>());
        services.AddSingleton<TokenKeys>();
        services.AddSingleton<ITokenKeys>(provider => provider.GetRequiredService<TokenKeys>());
        services.AddSingleton<ISetUpLink, SetUpLink>();
        services.AddScoped<ISignIn, SignInService>();
        services.AddScoped<IAccountLinks, AccountLinksService>();
        services.AddSingleton(LinkMail.Invited).AddSingleton(LinkMail.Reset);
        services.AddSingleton<LinkMail>();
        services.AddScoped<IPasswordResets, PasswordResets>();
        services.AddEventHandler<PasswordResetAsked, MailAskedReset>("mail-asked-reset");
        services.AddScoped<IUserDirectory, UserDirectory>();
        services.AddScoped<IAuditNames, UserAuditNames>();
        services.AddScoped<IApiKeyDirectory, ApiKeyDirectory>();
        services.AddScoped<IApiKeyIssuer, ApiKeyIssuer>();
        services.AddSingleton<IApiKeyRefusals, ApiKeyRefusals>();
        services.AddSingleton<IApiKeyCallers, ApiKeyCallers>();
        services.AddScoped<IAuditNames, ApiKeyAuditNames>();
        services.AddScoped<IUserEditor, UserEditor>();
        services.AddScoped<IAccountSelfService, AccountSelfService>();
        services.AddScoped<IApiTokens, ApiTokens>();
        services.AddHostedService<FirstStart>();
        return services;
    }
}
