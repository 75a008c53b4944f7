using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series.Support;

/// <summary>An empty place for series on one of the databases, and stores on it.</summary>
internal sealed class SeriesPlace : IAsyncDisposable
{
    private readonly PortalDatabase? _portal;
    private readonly string? _folder;
    private readonly List<SeriesStore> _stores = [];

    private SeriesPlace(PortalDatabase? portal, string? folder) => (_portal, _folder) = (portal, folder);

    /// <summary>What another process needs to find it: a file, or a connection.</summary>
    public string Address => _portal?.Options.EffectiveConnectionString ?? Path.Combine(_folder!, "series.db");

    public static async Task<SeriesPlace> CreateAsync(string provider) => provider == "Postgres"
        ? new SeriesPlace(await PortalDatabase.CreateAsync(provider), null)
        : new SeriesPlace(null, Directory.CreateTempSubdirectory("series-").FullName);

    public static SeriesDatabase Open(string provider, string address) =>
        provider == "Postgres" ? new PostgresSeriesDatabase(address) : new SqliteSeriesDatabase(address);

    public SeriesDatabase Database => Open(_portal is null ? "Sqlite" : "Postgres", Address);

    public SeriesStore Store(TimeProvider clock)
    {
        var store = new SeriesStore(Database, clock);
        _stores.Add(store);
        return store;
    }

    /// <summary>Runs a statement on it: to damage it on purpose, or to look.</summary>
    public async Task<object?> RunAsync(string text, params (string Name, object Value)[] parameters)
    {
        await using var connection = await Database.OpenAsync(Xunit.TestContext.Current.CancellationToken);
        await using var command = SeriesSql.Command(connection, text, parameters);
        return await command.ExecuteScalarAsync(Xunit.TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _stores.ForEach(store => store.Dispose());
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        if (_folder is not null)
        {
            (Database as SqliteSeriesDatabase)?.Release();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
