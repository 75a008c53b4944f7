using System.Data;
using System.Data.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity;

/// <summary>Runs rules that look at other rows (the last administrator, the first one) so that two at once cannot both pass.</summary>
internal static class SerializableWork
{
    private const int MaxTries = 5;

    /// <summary>Commits when <paramref name="work"/> succeeds. Runs it again, with a fresh context, when the database found a conflict.</summary>
    public static async Task<Result<T>> RunAsync<T>(
        IDbContextFactory<PortalDbContext> contexts, Func<PortalDbContext, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                var result = await work(context);
                if (result.Succeeded)
                {
                    await transaction.CommitAsync(cancellationToken);
                }

                return result;
            }
            catch (Exception exception) when (tries < MaxTries && IsConflict(exception))
            {
                // The other transaction won; what it wrote is read on the next try.
            }
        }
    }

    // 40001 serialization failure, 40P01 deadlock (SQL standard and PostgreSQL); SQL Server says transient.
    private static bool IsConflict(Exception? exception) => exception switch
    {
        null => false,
        DbException { SqlState: "40001" or "40P01" } => true,
        DbException { IsTransient: true } => true,
        _ => IsConflict(exception.InnerException),
    };
}
