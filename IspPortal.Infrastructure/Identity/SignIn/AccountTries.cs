using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.SignIn;

/// <summary>
/// The lock of an account. A try is taken before the check, in one statement, so that a hundred guesses at once are counted as a hundred;
/// what succeeds gives it back.
/// </summary>
internal static class AccountTries
{
    public const int Allowed = 5;

    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    /// <summary>False when the account is locked (or is none). The fifth try in a row locks it.</summary>
    public static async Task<bool> TakeAsync(PortalDbContext context, TimeProvider clock, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        DateTime? until = now + LockFor;
        var taken = await context.Users
            .Where(user => user.Id == userId && (user.LockedUntilAtUtc == null || user.LockedUntilAtUtc <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(user => user.AccessFailedCount, user => user.LockedUntilAtUtc != null ? 1 : user.AccessFailedCount + 1)
                    .SetProperty(user => user.LockedUntilAtUtc, user => user.LockedUntilAtUtc == null && user.AccessFailedCount + 1 >= Allowed ? until : null),
                cancellationToken);
        return taken == 1;
    }

    /// <summary>Gives one try back: the password was right, and the code is asked next.</summary>
    public static Task GiveBackAsync(PortalDbContext context, Guid userId, CancellationToken cancellationToken) =>
        context.Users.Where(user => user.Id == userId && user.AccessFailedCount > 0).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.AccessFailedCount, user => user.AccessFailedCount - 1)
                .SetProperty(user => user.LockedUntilAtUtc, (DateTime?)null),
            cancellationToken);

    /// <summary>All tries are free again.</summary>
    public static Task ClearAsync(PortalDbContext context, Guid userId, CancellationToken cancellationToken) =>
        context.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.AccessFailedCount, 0)
                .SetProperty(user => user.LockedUntilAtUtc, (DateTime?)null),
            cancellationToken);

    /// <summary>Whether the try that was just taken locked the account.</summary>
    public static Task<bool> LockedNowAsync(PortalDbContext context, TimeProvider clock, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return context.Users.AnyAsync(user => user.Id == userId && user.LockedUntilAtUtc > now, cancellationToken);
    }
}
