using IspPortal.Core.Audit;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity.Accounts;
using IspPortal.Infrastructure.Identity.ApiKeys;
using IspPortal.Infrastructure.Identity.Links;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Identity.Tokens;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Identity;

/// <summary>The identity services over one database, with a clock and an actor that the test moves.</summary>
internal sealed class IdentityWorld : IAsyncDisposable
{
    public const string Password = "kopi hitam tanpa gula";

    private readonly PortalDatabase _database;
    private readonly IOptions<IdentitySettings> _settings;

    private IdentityWorld(PortalDatabase database, ManualClock clock, IdentitySettings settings)
    {
        _database = database;
        Clock = clock;
        // Few rounds: these tests are about rules, not about the cost of a hash.
        settings.PasswordIterations = 1_000;
        _settings = Options.Create(settings);
        Passwords = new PasswordVault(_settings);
        Limiter = new AttemptLimiter(_settings, clock);
        Sessions = new AccountSessions(database.Source, clock);
        Keys = new TokenKeys(database.Source, clock);
        Refusals = new ApiKeyRefusals(database.Source, clock, NullLogger<ApiKeyRefusals>.Instance);
        Current.Enter(Actor.Anonymous with { Address = "10.0.0.9" });
    }

    public ManualClock Clock { get; }

    public CurrentActor Current { get; } = new();

    public PasswordVault Passwords { get; }

    public PortalContextSource Source => _database.Source;

    public AttemptLimiter Limiter { get; }

    public AccountSessions Sessions { get; }

    public TokenKeys Keys { get; }

    public IDbContextFactory<PortalDbContext> Contexts => new PortalDbContextFactory(_database.Source, Current);

    public SignInService SignIn => new(Contexts, Current, Passwords, Limiter, Clock);

    public AccountLinksService Links => new(Contexts, Current, Passwords, Sessions, Clock);

    public SetUpLink SetUp => new(_database.Source, Clock);

    public UserEditor Editor => new(Contexts, Current, Sessions, Mail, Clock);

    /// <summary>Mails what there is a sender for.</summary>
    public LinkMail Mail => new(
        new MessageOutbox(_database.Source, new MessageEvents([LinkMail.Invited, LinkMail.Reset]), new MessageWake(), Clock), new MessageRoutes(_database.Source),
        new PortalAddress(Options.Create(new PortalAddressOptions { PublicAddress = "https://portal.test" }), new ServiceCollection().BuildServiceProvider()),
        new SettingsOf<CompanySettings>(() => new()));

    public PasswordResets Resets => new(Contexts, Current, Mail, Limiter, Clock);

    public UserDirectory Directory => new(Contexts, Current, Clock);

    public AccountSelfService Self => new(Contexts, Current, Passwords, Sessions, _settings, Clock);

    public ApiKeyDirectory ApiKeys => new(Contexts, Current, Clock);

    public ApiKeyIssuer ApiKeyIssuer => new(Contexts, Current, Clock);

    public ApiKeyRefusals Refusals { get; }

    public ApiKeyCallers ApiKeyCallers => new(_database.Source, Sessions, Refusals, Clock);

    public ApiTokens Tokens => new(Contexts, Current, SignIn, Keys, Clock);

    public static async Task<IdentityWorld> CreateAsync(string provider, IdentitySettings? settings = null)
    {
        var clock = new ManualClock();
        return new IdentityWorld(await PortalDatabase.CreateAsync(provider, clock), clock, settings ?? new IdentitySettings { FailuresPerAddress = 1_000, FailuresPerEmail = 1_000 });
    }

    /// <summary>From here on nobody is signed in, or a user with these roles is.</summary>
    public void ActAs(Guid? userId, params string[] roles) =>
        Current.Enter(userId is null ? Actor.Anonymous with { Address = "10.0.0.9" } : new Actor(ActorKind.User, userId, "Tester", RolePermissions.Of(roles), "10.0.0.9"));

    /// <summary>The keys as another node reads them.</summary>
    public TokenKeys NewKeys() => new(_database.Source, Clock);

    public async Task<Guid> AddUserAsync(string email, params string[] roles)
    {
        var id = Guid.CreateVersion7();
        var user = NewUser.Of(id, email, email.Split('@')[0], roles, null, Clock);
        user.PasswordHash = Passwords.Hash(Password);
        await using var context = _database.Open();
        context.Add(user);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    public async Task<PortalUser> ReadAsync(Guid userId)
    {
        await using var context = _database.Open();
        return await context.Users.AsNoTracking().Include(user => user.Roles).SingleAsync(user => user.Id == userId, TestContext.Current.CancellationToken);
    }

    /// <summary>Actions of the audit in the order they were written, the creation of rows left out.</summary>
    public async Task<string[]> ActionsAsync()
    {
        await using var context = _database.Open();
        return await context.Set<AuditEntry>().Where(entry => entry.Action != AuditActions.Created && entry.Action != AuditActions.Changed)
            .OrderBy(entry => entry.AtUtc).ThenBy(entry => entry.Id).Select(entry => entry.Action).ToArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Puts an authenticator in use and gives its secret.</summary>
    public async Task<(byte[] Secret, IReadOnlyList<string> RecoveryCodes)> EnrolAsync(Guid userId)
    {
        var token = TestContext.Current.CancellationToken;
        ActAs(userId);
        Assert.True((await Self.StartTotpAsync(token)).Succeeded);
        var secret = Convert.FromBase64String((await ReadAsync(userId)).TotpSecret!);
        var codes = await Self.ConfirmTotpAsync(CodeOf(secret), token);
        Assert.True(codes.Succeeded, codes.Error?.ToString());
        ActAs(null);
        return (secret, codes.Value);
    }

    public string CodeOf(byte[] secret) => Totp.CodeAt(secret, Totp.StepAt(Clock.GetUtcNow()));

    public async Task<AccountSession> SignInAsync(string email)
    {
        var outcome = await SignIn.WithPasswordAsync(email, Password, TestContext.Current.CancellationToken);
        Assert.True(outcome.Succeeded, outcome.Error?.ToString());
        return Assert.IsType<AccountSession>(outcome.Value.Session);
    }

    public async ValueTask DisposeAsync()
    {
        Keys.Dispose();
        await _database.DisposeAsync();
    }
}
