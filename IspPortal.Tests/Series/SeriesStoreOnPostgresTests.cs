using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Support;
using Npgsql;

namespace IspPortal.Tests.Series;

public sealed class SeriesStoreOnPostgresTests : SeriesStoreTests
{
    private PortalDatabase _portal = null!;

    private protected override async Task PrepareAsync() => _portal = await PortalDatabase.CreateAsync("Postgres");

    private protected override SeriesDatabase Open() => new PostgresSeriesDatabase(_portal.Options.EffectiveConnectionString);

    private protected override async Task ReleaseAsync(SeriesDatabase database) => await _portal.DisposeAsync();

    [Fact]
    public async Task A_node_that_starts_waits_for_nobody_who_writes()
    {
        using (var first = new SeriesStore(Open(), new ManualClock(new DateTimeOffset(Start))))
        {
            await first.VerifyAsync(TimeZoneInfo.Utc, repair: false, TestContext.Current.CancellationToken);
        }

        await using var connection = new NpgsqlConnection(_portal.Options.EffectiveConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var writing = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var write = new NpgsqlCommand("DELETE FROM series_raw; DELETE FROM series_usage; DELETE FROM series_journal", connection, writing))
        {
            await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var second = new SeriesStore(Open(), new ManualClock(new DateTimeOffset(Start)));
        await second.VerifyAsync(TimeZoneInfo.Utc, repair: false, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
