using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Hosting;
using IspPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IspPortal.Tests.Persistence;

public sealed class StartingOnADatabaseTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("isp-portal-start-").FullName;

    [Fact]
    public async Task An_empty_directory_becomes_a_database()
    {
        using var host = PortalHost.Build(new StorageOptions { DataDirectory = Path.Combine(_directory, "new") });
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(CancellationToken.None);
        await using var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_older_file_is_copied_before_it_is_migrated()
    {
        var options = new StorageOptions { DataDirectory = _directory };
        await using (var old = new SqliteConnection($"Data Source={options.DatabaseFile};Pooling=False"))
        {
            await old.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = old.CreateCommand();
            // What a process killed in the middle of a migration leaves as well: its lock.
            command.CommandText = """
                CREATE TABLE old_table (id INTEGER);
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var host = PortalHost.Build(options);
        Assert.Equal(0, await host.RunPortalAsync(["migrate"], TextWriter.Null, TextWriter.Null));
        var copy = Assert.Single(Directory.GetFiles(Path.Combine(_directory, "before-migration")));
        await using var copied = new SqliteConnection($"Data Source={copy};Pooling=False");
        await copied.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = copied.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('old_table', 'users')";
        Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_server_is_left_alone_unless_migrating_is_allowed()
    {
        Assert.SkipUnless(PostgresServer.Missing is null, PostgresServer.Missing ?? "");
        var server = await PostgresServer.GetAsync();
        await server.ExecuteAsync("CREATE DATABASE start_empty");
        var options = new StorageOptions { Provider = StorageProvider.Postgres, DataDirectory = _directory, ConnectionString = server.ConnectionString("start_empty") + ";Pooling=False" };
        using (var host = PortalHost.Build(options))
        {
            using var error = new StringWriter();
            Assert.Equal(1, await host.RunPortalAsync([], TextWriter.Null, error));
            Assert.Contains("migrate", error.ToString(), StringComparison.Ordinal);
        }

        using var allowed = PortalHost.Build(options);
        Assert.Equal(0, await allowed.RunPortalAsync(["migrate"], TextWriter.Null, TextWriter.Null));
        await using var context = allowed.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Storage:Provider=Postgres", "Storage:ConnectionString is required")]
    [InlineData("Storage:ConnectionString=Data Source=:memory:", "must name a file")]
    [InlineData("Storage:ConnectionString=Passwort=geheim", "is not a connection string that Sqlite understands")]
    [InlineData("Storage:DataDirectory=/proc/no", "Storage:DataDirectory: the portal cannot write to /proc/no")]
    public void A_bad_setting_is_one_sentence_without_secrets(string setting, string expected)
    {
        var options = new StorageOptions { DataDirectory = _directory };
        var (name, value) = (setting[..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        switch (name)
        {
            case "Storage:Provider":
                options.Provider = Enum.Parse<StorageProvider>(value);
                break;
            case "Storage:ConnectionString":
                options.ConnectionString = value;
                break;
            default:
                options.DataDirectory = value;
                break;
        }

        var result = new StorageOptionsValidator().Validate(null, options);
        Assert.Contains(expected, result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_setting_stops_the_start_with_that_sentence()
    {
        using var host = PortalHost.Build(new StorageOptions { Provider = StorageProvider.Postgres, DataDirectory = _directory });
        using var error = new StringWriter();
        Assert.False(host.HasValidSettings(error));
        Assert.Equal("The portal did not start. Storage:ConnectionString is required when Storage:Provider is Postgres.", error.ToString().TrimEnd());
    }

    public void Dispose() => Directory.Delete(_directory, true);
}
