namespace IspPortal.Core.Identity.SignIn;

/// <summary>
/// Says whether a session still stands and what it may do. Changes made on this node count at once, those of another node within
/// <see cref="MaxAge"/>.
/// </summary>
public interface IAccountSessions
{
    /// <summary>How old an answer may be.</summary>
    static TimeSpan MaxAge { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The account as it is, or null when it is gone, deactivated or its stamp is no longer <paramref name="stamp"/>.</summary>
    ValueTask<AccountSnapshot?> FindAsync(Guid userId, string stamp, CancellationToken cancellationToken);

    /// <summary>Calls back (any thread) with a user's id whenever that account changed on this node.</summary>
    IDisposable OnChanged(Action<Guid> changed);
}
