using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Accounts;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Tokens;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of users and signing in.</summary>
internal sealed class IdentityCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["UserDirectory"] = async services =>
        {
            var users = services.GetRequiredService<IUserDirectory>();
            foreach (var state in Enum.GetValues<UserState>())
            {
                foreach (var sort in (string?[])[null, "email", "state", "lastSignIn", "created"])
                {
                    await users.ListAsync(new(PortalRoles.Auditor, state), new(2, 10, "a", sort), Token);
                    await users.ListAsync(new(), new(1, 10, null, sort, true), Token);
                }
            }

            await users.GetAsync(Id, Token);
        },
        ["UserEditor"] = async services =>
        {
            var users = services.GetRequiredService<IUserEditor>();
            await users.InviteAsync(new("a@isp.test", "A", [PortalRoles.Auditor]), Token);
            await users.UpdateAsync(Id, 1, new("A", [PortalRoles.Auditor], null), Token);
            await users.SetActiveAsync(Id, false, Token);
            await users.IssueLinkAsync(Id, Token);
            await users.UnlockAsync(Id, Token);
            await users.ResetTotpAsync(Id, Token);
            await users.SignOutEverywhereAsync(Id, Token);
        },
        ["SignInService"] = services => services.GetRequiredService<ISignIn>().WithPasswordAsync("a@isp.test", "kopi hitam", Token),
        ["AccountSessions"] = async services => await services.GetRequiredService<IAccountSessions>().FindAsync(Id, "stamp", Token),
        ["AccountLinksService"] = async services =>
        {
            var links = services.GetRequiredService<IAccountLinks>();
            await links.PreviewAsync("token", Token);
            await links.ChoosePasswordAsync("token", "kopi hitam tanpa gula", Token);
            await links.SetUpAsync("token", new("a@isp.test", "A", "kopi hitam tanpa gula"), Token);
        },
        ["SetUpLink"] = services => services.GetRequiredService<ISetUpLink>().IssueIfNeededAsync(Token),
        ["AccountSelfService"] = services => services.GetRequiredService<IAccountSelfService>().GetAsync(Token),
        ["ApiTokens"] = async services =>
        {
            await services.GetRequiredService<IApiTokens>().RefreshAsync("token", Token);
            await services.GetRequiredService<IApiTokens>().RevokeAsync("token", Token);
        },
        ["TokenKeys"] = async services => await services.GetRequiredService<ITokenKeys>().EnsureAsync(null, Token),
        ["UserAuditNames"] = NamesAsync,
        ["ApiKeyAuditNames"] = NamesAsync,
        ["ApiKeyDirectory"] = async services =>
        {
            var keys = services.GetRequiredService<IApiKeyDirectory>();
            foreach (var state in Enum.GetValues<ApiKeyState>())
            {
                foreach (var sort in (string?[])[null, "name", "prefix", "maker", "state", "created", "lastUsed", "expires"])
                {
                    await keys.ListAsync(new(state, Id), new(2, 10, "a", sort), Token);
                    await keys.ListAsync(new(), new(1, 10, null, sort, true), Token);
                }
            }

            await keys.GetAsync(Id, Token);
        },
        ["ApiKeyIssuer"] = services => services.GetRequiredService<IApiKeyIssuer>().RevokeAsync(Id, "lost", Token),
        ["ApiKeyRefusals"] = services => services.GetRequiredService<IApiKeyRefusals>().NoteAsync(new(ApiKeyRefusalReason.Unknown, Actor.Anonymous, null)),
        ["ApiKeyCallers"] = services => services.GetRequiredService<IApiKeyCallers>().FindAsync(ApiKeyFormat.New(), "10.0.0.1", Token),
    };
}
