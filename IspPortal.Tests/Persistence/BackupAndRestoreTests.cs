using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Tests.Hosting;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace IspPortal.Tests.Persistence;

public sealed class BackupAndRestoreTests
{
    private static readonly Guid UserId = new("01890a5d-ac96-774b-bcce-b302099a8057");

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task After_a_wipe_rows_secrets_series_and_files_are_back(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var archive = Path.Combine(Path.GetTempPath(), $"isp-portal-{Path.GetRandomFileName()}.tar.gz");
        var data = database.Options.DataDirectory;
        try
        {
            using (var host = PortalHost.Build(database.Options))
            {
                await WriteAsync(host.Services.GetRequiredService<PortalContextSource>());
                await File.WriteAllTextAsync(Path.Combine(data, "note.txt"), "kept", TestContext.Current.CancellationToken);
                await SeriesAsync(data, "CREATE TABLE points (value INTEGER); INSERT INTO points VALUES (42);");
                Assert.Equal((0, ""), await RunAsync(host, "backup", archive));
                Assert.Equal(1, (await RunAsync(host, "backup", archive)).Code);
            }

            // Something else is there now: without --force it stays.
            using (var host = PortalHost.Build(database.Options))
            {
                var refused = await RunAsync(host, "restore", archive);
                Assert.Equal(1, refused.Code);
                Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
            }

            await WipeAsync(database);
            using (var host = PortalHost.Build(database.Options))
            {
                Assert.Equal((0, ""), await RunAsync(host, "restore", archive));
            }

            using (var host = PortalHost.Build(database.Options))
            {
                await using var context = host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
                Assert.Equal("Budi", (await context.Users.SingleAsync(TestContext.Current.CancellationToken)).DisplayName);
                Assert.Equal("JBSWY3DPEHPK3PXP", (await context.UserTokens.SingleAsync(TestContext.Current.CancellationToken)).Value);
            }

            Assert.Equal("kept", await File.ReadAllTextAsync(Path.Combine(data, "note.txt"), TestContext.Current.CancellationToken));
            Assert.Equal(42L, await SeriesAsync(data, "SELECT value FROM points"));
        }
        finally
        {
            File.Delete(archive);
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Papers_of_customers_come_back_readable(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var archive = Path.Combine(Path.GetTempPath(), $"isp-portal-{Path.GetRandomFileName()}.tar.gz");
        var (customer, document) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        IHost Build() => PortalHost.Build(database.Options, services => services.AddCustomers().AddScoped<ICurrentActor>(_ => new TestActor([.. RolePermissions.All])));
        try
        {
            using (var host = Build())
            {
                await using var scope = host.Services.CreateAsyncScope();
                var added = await scope.ServiceProvider.GetRequiredService<ICustomerEditor>().AddAsync(customer, new("Budi", CustomerKind.Residential), TestContext.Current.CancellationToken);
                Assert.True(added.Succeeded, added.Error?.Code);
                Assert.True((await scope.ServiceProvider.GetRequiredService<ICustomerDocumentDesk>()
                    .AddAsync(document, new(customer, DocumentKind.IdentityCard, "ktp.png", SampleFiles.Png()), TestContext.Current.CancellationToken)).Succeeded);

                // What is half written at that moment is not waited for.
                await File.WriteAllTextAsync(Path.Combine(database.Options.DataDirectory, "documents", "half.document.new"), "half", TestContext.Current.CancellationToken);
                Assert.Equal((0, ""), await RunAsync(host, "backup", archive));
            }

            await WipeAsync(database);
            using (var host = Build())
            {
                Assert.Equal((0, ""), await RunAsync(host, "restore", archive));
            }

            using (var host = Build())
            {
                await using var scope = host.Services.CreateAsyncScope();
                var opened = await scope.ServiceProvider.GetRequiredService<ICustomerDocumentDirectory>().OpenAsync(document, TestContext.Current.CancellationToken);
                Assert.True(opened.Succeeded, opened.Error?.Code);
                Assert.Equal(SampleFiles.Png(), opened.Value.Bytes.ToArray());
                Assert.False(File.Exists(Path.Combine(database.Options.DataDirectory, "documents", "half.document.new")));
            }
        }
        finally
        {
            File.Delete(archive);
        }
    }

    [Fact]
    public async Task A_damaged_archive_changes_nothing()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var archive = Path.Combine(database.Options.DataDirectory, "broken.tar.gz");
        await File.WriteAllTextAsync(archive, "not an archive", TestContext.Current.CancellationToken);
        using var host = PortalHost.Build(database.Options);
        Assert.Equal(1, (await RunAsync(host, "restore", archive, "--force")).Code);
        Assert.True(File.Exists(database.Options.DatabaseFile));
    }

    private static async Task<(int Code, string Error)> RunAsync(Microsoft.Extensions.Hosting.IHost host, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await host.RunPortalAsync(arguments, output, error);
        return (code, error.ToString());
    }

    private static async Task WriteAsync(PortalContextSource source)
    {
        await using var context = source.CreateForSystem("test");
        context.Add(new PortalUser { Id = UserId, DisplayName = "Budi", UserName = "budi", CreatedAtUtc = DateTime.UnixEpoch });
        context.Add(new IdentityUserToken<Guid> { UserId = UserId, LoginProvider = "x", Name = "key", Value = "JBSWY3DPEHPK3PXP" });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<object?> SeriesAsync(string data, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "series.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task WipeAsync(PortalDatabase database)
    {
        if (database.Options.Provider == StorageProvider.Postgres)
        {
            await using var context = database.Open();
            await context.Database.ExecuteSqlAsync($"DROP SCHEMA public CASCADE", TestContext.Current.CancellationToken);
            await context.Database.ExecuteSqlAsync($"CREATE SCHEMA public", TestContext.Current.CancellationToken);
        }
        else
        {
            await using var pooled = new SqliteConnection(database.Options.EffectiveConnectionString);
            SqliteConnection.ClearPool(pooled);
        }

        Directory.Delete(database.Options.DataDirectory, true);
        Directory.CreateDirectory(database.Options.DataDirectory);
    }
}
