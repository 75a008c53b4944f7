using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace IspPortal.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>Gives the table of search entries its FTS5 index of trigrams and the triggers that keep it, which a model cannot say.</summary>
internal sealed class SqliteTextSearchMigrations(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private const string Table = "customer_search_entries";

    private static readonly string[] Statements =
    [
        $"CREATE VIRTUAL TABLE customer_search_text USING fts5(key, content='{Table}', content_rowid='serial', tokenize='trigram')",
        $"CREATE TRIGGER customer_search_added AFTER INSERT ON {Table} BEGIN INSERT INTO customer_search_text(rowid, key) VALUES (new.serial, new.key); END",
        $"CREATE TRIGGER customer_search_removed AFTER DELETE ON {Table} BEGIN INSERT INTO customer_search_text(customer_search_text, rowid, key) VALUES ('delete', old.serial, old.key); END",
        $"CREATE TRIGGER customer_search_changed AFTER UPDATE OF key ON {Table} BEGIN INSERT INTO customer_search_text(customer_search_text, rowid, key) VALUES ('delete', old.serial, old.key); INSERT INTO customer_search_text(rowid, key) VALUES (new.serial, new.key); END",
    ];

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (operation.Name == Table)
        {
            foreach (var statement in Statements)
            {
                builder.Append(statement).AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator).EndCommand();
            }
        }
    }

    protected override void Generate(DropTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (operation.Name == Table)
        {
            builder.Append("DROP TABLE customer_search_text").AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator).EndCommand();
        }
    }
}
