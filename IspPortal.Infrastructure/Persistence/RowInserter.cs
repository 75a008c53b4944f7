using System.Data.Common;
using IspPortal.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// Inserts many rows of one table in one transaction: one statement again and again, on PostgreSQL a copy. A tenth of what tracked entities allocate. Past the interceptors, so only for tables that
/// nobody audits and that raise no events; versions are the caller's to set.
/// </summary>
internal static class RowInserter
{
    /// <summary>Fewer are inserted each by a statement: a copy has a beginning and an end of its own to be waited for.</summary>
    private const int FewestCopied = 4;

    public static Task InsertRowsAsync<TEntity>(this PortalDbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class => typeof(TEntity).IsDefined(typeof(AuditedAttribute), inherit: false)
        ? throw new InvalidOperationException($"{typeof(TEntity).Name} is audited: save it.")
        : context.InsertSampleRowsAsync(rows, cancellationToken);

    /// <summary>The same for sample data, which nobody entered and nobody audits. Joins the transaction of the context when there is one.</summary>
    public static async Task InsertSampleRowsAsync<TEntity>(this PortalDbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var columns = ColumnsOf<TEntity>(context, out var table);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        var joined = context.Database.CurrentTransaction?.GetDbTransaction();
        await using var own = joined is null ? await connection.BeginTransactionAsync(cancellationToken) : null;
        await using var command = CommandFor(connection, joined ?? own, table, columns);
        if (connection is NpgsqlConnection postgres && rows.Count >= FewestCopied)
        {
            await CopyAsync(postgres, command, table, columns, rows, cancellationToken);
        }
        else
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    command.Parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    private static async Task CopyAsync<TEntity>(NpgsqlConnection connection, DbCommand insert, string table, Column[] columns, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        // What the parameters of the statement would be sent as.
        var types = insert.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.NpgsqlDbType).ToArray();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i].ValueOf(row) is { } value)
                {
                    await copy.WriteAsync(value, types[i], cancellationToken);
                }
                else
                {
                    await copy.WriteNullAsync(cancellationToken);
                }
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static DbCommand CommandFor(DbConnection connection, DbTransaction? transaction, string table, Column[] columns)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        foreach (var (at, column) in columns.Index())
        {
            command.Parameters.Add(column.Mapping.CreateParameter(command, $"@p{at}", null, column.Nullable));
        }

        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", Enumerable.Range(0, columns.Length).Select(i => $"@p{i}"))})";
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
