using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Support;

/// <summary>
/// Services run against SQL Server's dialect without a server: the connection is suppressed, queries find nothing, updates report one row, and the T-SQL is
/// kept. What EF Core cannot translate throws here; what the server would make of the rest is not tested.
/// </summary>
internal sealed class SqlServerTranscript
{
    private readonly Recorder _recorder = new();

    public SqlServerTranscript(TimeProvider? clock = null, EventCatalog? events = null)
    {
        var options = new StorageOptions { Provider = StorageProvider.SqlServer, ConnectionString = "Server=localhost;Database=none" };
        var services = new PortalContextServices(PortalDatabase.SharedSecrets, clock ?? TimeProvider.System, events ?? new EventCatalog([]), new OutboxWake());
        Source = new PortalContextSource(options, services, NullLoggerFactory.Instance, _recorder, new NoConnection(), new NoTransaction());
    }

    public PortalContextSource Source { get; }

    public IDbContextFactory<PortalDbContext> Factory => new SourceFactory(Source);

    public IReadOnlyCollection<string> Statements => _recorder.Statements;

    private sealed class SourceFactory(PortalContextSource source) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => source.Create(Actor.System("test"));
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class NoTransaction : DbTransactionInterceptor
    {
        public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
            InterceptionResult<DbTransaction>.SuppressWithResult(new PretendedTransaction(connection));

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(new PretendedTransaction(connection)));
    }

    private sealed class PretendedTransaction(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Recorder : DbCommandInterceptor
    {
        private const int MostColumns = 64;

        public ConcurrentQueue<string> Statements { get; } = new();

        public override DbCommand CommandCreated(CommandEndEventData eventData, DbCommand result) => new PretendedCommand(result);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements.Enqueue(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText).CreateDataReader()));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Statements.Enqueue(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(1));
        }

        private static DataTable Answer(string sql)
        {
            var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
            if (sql.StartsWith("SELECT COUNT", StringComparison.Ordinal))
            {
                table.Columns.Add("Value", sql.Contains("COUNT_BIG", StringComparison.Ordinal) ? typeof(long) : typeof(int));
                table.Rows.Add(0);
            }
            else if (sql.StartsWith("SELECT CASE", StringComparison.Ordinal))
            {
                // What AnyAsync becomes.
                table.Columns.Add("Value", typeof(bool));
                table.Rows.Add(false);
            }
            else if (sql.StartsWith("SELECT MIN(", StringComparison.Ordinal) || sql.StartsWith("SELECT MAX(", StringComparison.Ordinal))
            {
                table.Columns.Add("Value", typeof(object));
                table.Rows.Add(DBNull.Value);
            }
            else if (sql.StartsWith("SELECT COALESCE(SUM(", StringComparison.Ordinal))
            {
                table.Columns.Add("Value", typeof(long));
                table.Rows.Add(0L);
            }
            else if (sql.Contains("OUTPUT inserted.next_value", StringComparison.Ordinal))
            {
                table.Columns.Add("Value", typeof(long));
                table.Rows.Add(4L);
            }
            else
            {
                // A split query counts the columns of its answer, even of an empty one.
                for (var column = 0; column < MostColumns; column++)
                {
                    table.Columns.Add($"c{column}", typeof(object));
                }
            }

            return table;
        }
    }
}
