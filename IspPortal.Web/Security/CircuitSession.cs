using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace IspPortal.Web.Security;

/// <summary>
/// Fills the actor of a circuit: when it opens, before everything the browser sends, and at once when the account changes. An open page whose
/// session has ended is told so.
/// </summary>
internal sealed class CircuitSession(
    AuthenticationStateProvider authentication, IAccountSessions sessions, IActorScope scope, TimeProvider clock, ILogger<CircuitSession> logger) : CircuitHandler, IDisposable
{
    private IDisposable? _listening;
    private ITimer? _timer;
    private (Guid UserId, string Stamp)? _claims;
    private string? _address;
    private int _ended;

    /// <summary>The session is over (any thread).</summary>
    public event EventHandler? Ended;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        _claims = PortalClaims.Read(principal);
        _address = PortalClaims.AddressOf(principal);
        await RefreshAsync(cancellationToken);
        if (_claims is { } claims)
        {
            _listening = sessions.OnChanged(userId =>
            {
                if (userId == claims.UserId)
                {
                    _ = RefreshUnwatchedAsync();
                }
            });
            _timer = clock.CreateTimer(_ => _ = RefreshUnwatchedAsync(), null, IAccountSessions.MaxAge, IAccountSessions.MaxAge);
        }
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        await RefreshAsync(CancellationToken.None);
        await next(context);
    };

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _timer?.Dispose();
    }

    private async Task RefreshUnwatchedAsync()
    {
        try
        {
            await RefreshAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The database may be away for a moment; the next try is half a minute off.
            logger.LogWarning(exception, "The session of a circuit could not be checked");
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var snapshot = _claims is { } claims ? await sessions.FindAsync(claims.UserId, claims.Stamp, cancellationToken) : null;
        scope.Enter((snapshot?.Actor ?? Actor.Anonymous) with { Address = _address });
        if (snapshot is null && _claims is not null && Interlocked.Exchange(ref _ended, 1) == 0)
        {
            Ended?.Invoke(this, EventArgs.Empty);
        }
    }
}
