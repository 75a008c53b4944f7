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
        "CREATE VIRTUAL TABLE customer_search_text USING fts5(key, content='', tokenize='trigram')",
        $"CREATE TRIGGER customer_search_added AFTER INSERT ON {Table} BEGIN {Add} END",
        $"CREATE TRIGGER customer_search_removed AFTER DELETE ON {Table} BEGIN {Remove} END",
        $"CREATE TRIGGER customer_search_changed AFTER UPDATE OF key ON {Table} BEGIN {Remove} {Add} END",
    ];

    private static string Add => $"INSERT INTO customer_search_text(rowid, key) VALUES (new.serial, {TextOf("new")});";

    private static string Remove => $"INSERT INTO customer_search_text(customer_search_text, rowid, key) VALUES ('delete', old.serial, {TextOf("old")});";

    /// <summary>With two spaces before every word, so that one and two letters at a word's beginning are trigrams too.</summary>
    private static string TextOf(string row) => $"'  ' || replace({row}.key, ' ', '  ')";

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
