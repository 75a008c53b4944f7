using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series;

public sealed class SeriesStoreOnPostgresTests : SeriesStoreTests
{
    private PortalDatabase _portal = null!;

    private protected override async Task PrepareAsync() => _portal = await PortalDatabase.CreateAsync("Postgres");

    private protected override SeriesDatabase Open() => new PostgresSeriesDatabase(_portal.Options.EffectiveConnectionString);

    private protected override async Task ReleaseAsync(SeriesDatabase database) => await _portal.DisposeAsync();
}
