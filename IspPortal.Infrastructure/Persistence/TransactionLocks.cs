using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>Locks that last until the end of the transaction. SQLite needs none: its transactions write one after the other.</summary>
internal static class TransactionLocks
{
    /// <summary>Several transactions may share the lock of that number.</summary>
    public static Task ShareLockAsync(this PortalDbContext context, int number, CancellationToken cancellationToken) => LockAsync(context, number, isShared: true, cancellationToken);

    /// <summary>One transaction alone holds the lock of that number: it waits for those that share it, and the next ones for it.</summary>
    public static Task HoldLockAsync(this PortalDbContext context, int number, CancellationToken cancellationToken) => LockAsync(context, number, isShared: false, cancellationToken);

    /// <summary>Locks billing accounts, always in the same order, so that two transactions that want several of the same ones do not wait for each other for ever.</summary>
    public static async Task LockBillingAccountsAsync(this PortalDbContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (context.Provider == StorageProvider.Postgres && ids.Count > 0)
        {
            await context.Database.ExecuteSqlAsync($"SELECT id FROM billing_accounts WHERE id = ANY({ids.ToArray()}) ORDER BY id FOR UPDATE", cancellationToken);
        }
    }

    private static async Task LockAsync(PortalDbContext context, int number, bool isShared, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A lock is taken inside the transaction that it lasts for.");
        }

        switch (context.Provider)
        {
            case StorageProvider.Postgres when isShared:
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({number})", cancellationToken);
                break;
            case StorageProvider.Postgres:
                await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({number})", cancellationToken);
                break;
            case StorageProvider.SqlServer:
                // Below zero it was not got, which must not go unnoticed.
                await context.Database.ExecuteSqlAsync($"""
                    DECLARE @got int, @name nvarchar(64) = CONCAT('IspPortal.', {number}), @mode varchar(16) = {(isShared ? "Shared" : "Exclusive")};
                    EXEC @got = sp_getapplock @Resource = @name, @LockMode = @mode, @LockOwner = 'Transaction';
                    IF @got < 0 THROW 50001, 'The lock was not got.', 1;
                    """, cancellationToken);
                break;
            default:
                break;
        }
    }
}
