using System.Data.Common;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>Saving where somebody else may have been faster.</summary>
internal static class SavingExtensions
{
    /// <summary>Says which version the caller saw; the save fails when the row has another by then.</summary>
    public static void ExpectVersion<TEntity>(this PortalDbContext context, TEntity entity, long version)
        where TEntity : class => context.Entry(entity).Property<long>("Version").OriginalValue = version;

    /// <summary>Saves; a stale version is <c>common.version_conflict</c>, a broken unique index is <paramref name="duplicate"/> (thrown when null).</summary>
    public static async Task<Result> TrySaveAsync(this PortalDbContext context, Error? duplicate, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommonErrors.VersionConflict;
        }
        catch (DbUpdateException exception) when (duplicate is not null && exception.IsUniqueViolation())
        {
            return duplicate;
        }
    }

    /// <summary>Whether a unique index or primary key refused the row.</summary>
    public static bool IsUniqueViolation(this DbUpdateException exception) => exception.InnerException is DbException inner && inner.IsUniqueViolation();

    /// <summary>Whether another row needs the row that goes, or the row that is needed is not there.</summary>
    public static bool IsForeignKeyViolation(this DbUpdateException exception) => exception.InnerException switch
    {
        // SQLITE_CONSTRAINT_FOREIGNKEY, SQLITE_CONSTRAINT_TRIGGER
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 787 or 1811,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.ForeignKeyViolation,
        SqlException server => server.Number == 547,
        _ => false,
    };

    /// <summary>Whether a unique index or primary key refused a statement that was not a save.</summary>
    public static bool IsUniqueViolation(this DbException exception) => exception switch
    {
        // SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException server => server.Number is 2601 or 2627,
        _ => false,
    };
}
