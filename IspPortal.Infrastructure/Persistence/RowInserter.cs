using System.Data.Common;
using IspPortal.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// Inserts many rows of one table with one statement again and again in one transaction: a tenth of what tracked entities allocate. Past the interceptors, so only
/// for tables that nobody audits and that raise no events; versions are the caller's to set.
/// </summary>
internal static class RowInserter
{
    private const int RowsOfAStatement = 100;

    public static Task InsertRowsAsync<TEntity>(this PortalDbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class => typeof(TEntity).IsDefined(typeof(AuditedAttribute), inherit: false)
        ? throw new InvalidOperationException($"{typeof(TEntity).Name} is audited: save it.")
        : context.InsertSampleRowsAsync(rows, cancellationToken);

    /// <summary>The same for sample data, which nobody entered and nobody audits. Joins the transaction of the context when there is one.</summary>
    public static async Task InsertSampleRowsAsync<TEntity>(this PortalDbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var columns = ColumnsOf<TEntity>(context, out var table);
        // A server's answer is waited for: there many rows share one.
        var rowsAtOnce = context.Provider == StorageProvider.Postgres ? RowsOfAStatement : 1;
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        var joined = context.Database.CurrentTransaction?.GetDbTransaction();
        await using var own = joined is null ? await connection.BeginTransactionAsync(cancellationToken) : null;
        await using var whole = CommandFor(connection, joined ?? own, table, columns, rowsAtOnce);
        foreach (var some in rows.Chunk(rowsAtOnce))
        {
            await using var rest = some.Length < rowsAtOnce ? CommandFor(connection, joined ?? own, table, columns, some.Length) : null;
            var command = rest ?? whole;
            for (var i = 0; i < command.Parameters.Count; i++)
            {
                command.Parameters[i].Value = columns[i % columns.Length].ValueOf(some[i / columns.Length]) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    private static DbCommand CommandFor(DbConnection connection, DbTransaction? transaction, string table, Column[] columns, int rows)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var values = new List<string>(rows);
        for (var row = 0; row < rows; row++)
        {
            var names = Enumerable.Range(row * columns.Length, columns.Length).Select(i => $"@p{i}").ToArray();
            values.Add($"({string.Join(", ", names)})");
            foreach (var (at, name) in names.Index())
            {
                command.Parameters.Add(columns[at].Mapping.CreateParameter(command, name, null, columns[at].Nullable));
            }
        }

        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES {string.Join(", ", values)}";
        return command;
    }

    private static Column[] ColumnsOf<TEntity>(PortalDbContext context, out string table)
    {
        var type = context.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not in the model.");
        var sql = context.GetService<ISqlGenerationHelper>();
        table = sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema());
        return [.. type.GetProperties().Where(property => !IsCounted(property)).Select(property => new Column(property, sql.DelimitIdentifier(property.GetColumnName())))];
    }

    private static bool IsCounted(IProperty property) => property.IsPrimaryKey() && property.ClrType == typeof(long) && property.ValueGenerated == ValueGenerated.OnAdd;

    private sealed class Column(IProperty property, string name)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = name;

        public bool Nullable { get; } = property.IsNullable;

        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        public object? ValueOf(object row)
        {
            var value = _getter.GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
