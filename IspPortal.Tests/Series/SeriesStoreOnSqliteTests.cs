using IspPortal.Infrastructure.Series;

namespace IspPortal.Tests.Series;

public sealed class SeriesStoreOnSqliteTests : SeriesStoreTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("series-tests").FullName;

    private protected override Task PrepareAsync() => Task.CompletedTask;

    private protected override SeriesDatabase Open() => new SqliteSeriesDatabase(Path.Combine(_folder, "series.db"));

    private protected override Task ReleaseAsync(SeriesDatabase database)
    {
        ((SqliteSeriesDatabase)database).Release();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
