using System.Security.Claims;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Infrastructure.Identity;
using IspPortal.Tests.Identity;
using IspPortal.Tests.Support;
using IspPortal.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace IspPortal.Tests.Security;

public sealed class ACircuitFollowsItsAccountTests
{
    private readonly CurrentActor _actor = new();
    private readonly Mock<IAccountSessions> _sessions = new();
    private readonly AccountSession _session = new(Guid.CreateVersion7(), "stamp", "sari@isp.test", "Sari", null, null);
    private Action<Guid> _changed = _ => { };
    private AccountSnapshot? _snapshot;

    [Fact]
    public async Task It_opens_with_the_actor_and_the_address_of_its_connection()
    {
        using var circuit = await OpenAsync();
        Assert.Equal(("Sari", "10.0.0.9"), (_actor.Actor.Name, _actor.Actor.Address));
        Assert.True(_actor.Actor.May("routers.write"));
    }

    [Fact]
    public async Task A_new_role_counts_at_once_and_the_end_of_the_session_is_told_once()
    {
        using var circuit = await OpenAsync();
        var ended = 0;
        circuit.Ended += (_, _) => ended++;
        _snapshot = SnapshotOf(PortalRoles.Auditor);
        _changed(_session.UserId);
        Assert.False(_actor.Actor.May("routers.write"));
        Assert.Equal(0, ended);
        _snapshot = null;
        _changed(Guid.CreateVersion7());
        Assert.Equal(0, ended);
        _changed(_session.UserId);
        _changed(_session.UserId);
        Assert.Equal((1, ActorKind.Anonymous), (ended, _actor.Actor.Kind));
    }

    private async Task<CircuitSession> OpenAsync()
    {
        _snapshot = SnapshotOf(PortalRoles.NocOperator);
        _sessions.Setup(sessions => sessions.FindAsync(_session.UserId, "stamp", It.IsAny<CancellationToken>())).Returns(() => new ValueTask<AccountSnapshot?>(_snapshot));
        _sessions.Setup(sessions => sessions.OnChanged(It.IsAny<Action<Guid>>())).Callback<Action<Guid>>(changed => _changed = changed).Returns(Mock.Of<IDisposable>());
        var principal = PortalClaims.At(PortalClaims.Of(_session, PortalSchemes.Cookie), "10.0.0.9");
        var circuit = new CircuitSession(new FixedState(principal), _sessions.Object, _actor, new ManualClock(), NullLogger<CircuitSession>.Instance);
        await circuit.OnCircuitOpenedAsync(null!, TestContext.Current.CancellationToken);
        return circuit;
    }

    private AccountSnapshot SnapshotOf(string role) =>
        new(new Actor(ActorKind.User, _session.UserId, "Sari", RolePermissions.Of(role), null), _session, [role]);

    private sealed class FixedState(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
