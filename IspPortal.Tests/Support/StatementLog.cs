using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IspPortal.Tests.Support;

/// <summary>Keeps what reached a database, and has the database explain how it reads.</summary>
internal sealed class StatementLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Sql, (string Name, object? Value)[] Parameters)> _statements = new();
    private readonly PortalContextSource _source;

    public StatementLog(PortalDatabase database) => _source = database.SourceWatchedBy(this);

    public int Count => _statements.Count;

    /// <summary>For services that are watched; writes as <c>system:test</c>.</summary>
    public IDbContextFactory<PortalDbContext> Factory => new Contexts(_source);

    /// <summary>How many statements read from a table.</summary>
    public int Reads(string table) => _statements.Count(statement => statement.Sql.Replace("\"", "", StringComparison.Ordinal).Contains($"FROM {table} ", StringComparison.Ordinal));

    public void Clear() => _statements.Clear();

    /// <summary>
    /// How the database reads, a line per step, of every statement since the last <see cref="Clear"/>. PostgreSQL reads and sorts small tables whole whatever their indexes are: it is told
    /// <paramref name="without"/> which ways of reading it has to do where it can.
    /// </summary>
    public async Task<string> ExplainAsync(params string[] without)
    {
        var kept = _statements.ToArray();
        await using var context = _source.CreateForSystem("test");
        var isSqlite = context.Provider == StorageProvider.Sqlite;
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = context.Database.GetDbConnection();
        foreach (var way in without.Where(_ => !isSqlite))
        {
            await context.Database.ExecuteSqlAsync($"SELECT set_config({"enable_" + way}, 'off', false)", TestContext.Current.CancellationToken);
        }

        var told = new StringBuilder();
        foreach (var (sql, parameters) in kept)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = isSqlite ? $"EXPLAIN QUERY PLAN {sql}" : $"EXPLAIN (COSTS OFF) {sql}";
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                told.AppendLine(reader.GetString(isSqlite ? 3 : 0).Trim());
            }
        }

        return told.ToString();
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    private void Keep(DbCommand command) => _statements.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));

    private sealed class Contexts(PortalContextSource source) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => source.Create(Actor.System("test"));
    }
}
