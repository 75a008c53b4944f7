using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>The reads a collector makes. Knows the menus, nothing of what follows from the answers.</summary>
internal sealed class RouterReader(TimeProvider clock)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SmallRead = TimeSpan.FromSeconds(15);

    private static readonly RouterOsCommand Resource = new RouterOsCommand("/system/resource/print")
        .Proplist("uptime", "version", "cpu-load", "free-memory", "total-memory", "free-hdd-space", "board-name");

    private static readonly RouterOsCommand Identity = new RouterOsCommand("/system/identity/print").Proplist("name");

    private static readonly RouterOsCommand Board = new RouterOsCommand("/system/routerboard/print").Proplist("model", "serial-number", "board-name");

    // Only dynamic interfaces say whether they are: "not dynamic" finds the others, "dynamic=false" finds none of them.
    private static readonly RouterOsCommand OwnInterfaces = InterfaceReader.Command.Where("?dynamic=true").Where("?#!");

    // Dynamic queues are as many as sessions; static lines have queues of their own.
    private static readonly RouterOsCommand OwnQueues = SimpleQueueReader.Command.Where("?dynamic=false");

    private int _interfaceRows = 64;

    public async Task<Timed<RouterOsRow>> ResourceAsync(IRouterOsClient client, CancellationToken ct) => await TimeAsync(async () =>
    {
        var rows = await client.PrintAsync(Small(Resource), ct);
        return !rows.Succeeded ? rows.Error
            : rows.Value.Count > 0 ? (Result<RouterOsRow>)rows.Value[0]
            : RouterOsErrors.Protocol("/system/resource has no row");
    });

    public Task<Timed<List<InterfaceRow>>> CountersAsync(IRouterOsClient client, TimeSpan total, CancellationToken ct) =>
        TableAsync(client, InterfaceReader.CountersCommand, InterfaceReader.Instance, _interfaceRows, total, ct);

    public Task<Timed<List<InterfaceRow>>> OwnInterfacesAsync(IRouterOsClient client, CancellationToken ct) =>
        TableAsync(client, OwnInterfaces, InterfaceReader.Instance, 16, TimeSpan.FromSeconds(30), ct);

    public Task<Timed<List<PppActiveRow>>> PppAsync(IRouterOsClient client, TimeSpan total, CancellationToken ct) =>
        TableAsync(client, PppActiveReader.Command, PppActiveReader.Instance, _interfaceRows, total, ct);

    public Task<Timed<List<HotspotActiveRow>>> HotspotAsync(IRouterOsClient client, TimeSpan total, CancellationToken ct) =>
        TableAsync(client, HotspotActiveReader.Command, HotspotActiveReader.Instance, 16, total, ct);

    public Task<Timed<List<SimpleQueueRow>>> QueuesAsync(IRouterOsClient client, TimeSpan total, CancellationToken ct) =>
        TableAsync(client, OwnQueues, SimpleQueueReader.Instance, 16, total, ct);

    public Task<Timed<List<ArpRow>>> ArpAsync(IRouterOsClient client, TimeSpan total, CancellationToken ct) =>
        TableAsync(client, ArpReader.Command, ArpReader.Instance, 16, total, ct);

    public Task<Timed<List<PppSecretRow>>> SecretsAsync(IRouterOsClient client, CancellationToken ct) =>
        TableAsync(client, PppSecretReader.Command, PppSecretReader.Instance, _interfaceRows, TimeSpan.FromMinutes(2), ct);

    /// <summary>What hardly ever changes. What the account may not read, or the board does not have, is null.</summary>
    public async Task<(string? Identity, string? Serial, string? Model)> ConstantsAsync(IRouterOsClient client, CancellationToken ct)
    {
        var identity = await FirstAsync(client, Identity, ct);
        var board = await FirstAsync(client, Board, ct);
        return (identity?["name"], board?["serial-number"], board?["model"] ?? board?["board-name"]);
    }

    /// <summary>The hottest temperature and the supply voltage; null where there is no such sensor or it may not be read.</summary>
    public async Task<(double? TemperatureCelsius, double? VoltageVolts)> SensorsAsync(IRouterOsClient client, CancellationToken ct)
    {
        var dialect = client.Dialect;
        var rows = await client.PrintAsync(Small(dialect.Health), ct);
        if (!rows.Succeeded)
        {
            return (null, null);
        }

        var readings = dialect.ReadHealth(rows.Value);
        return (
            readings.Where(r => r.Unit == "C").Max(r => r.Value),
            readings.FirstOrDefault(r => r.Unit == "V" && r.Name.Contains("voltage", StringComparison.Ordinal))?.Value);
    }

    public static RouterHealth ToHealth(
        RouterOsRow resource, (string? Identity, string? Serial, string? Model) constants, (double? Temperature, double? Voltage) sensors, DateTime atUtc)
    {
        var total = resource.Long("total-memory");
        var free = resource.Long("free-memory");
        return new RouterHealth(
            constants.Identity,
            RouterOsVersion.TryParse(resource["version"], out var version) ? version.ToString().Split(' ')[0] : resource["version"],
            resource["board-name"] ?? constants.Model,
            constants.Serial,
            resource.Long("cpu-load"),
            total - free,
            total,
            resource.Long("free-hdd-space"),
            resource.Duration("uptime"),
            sensors.Temperature,
            sensors.Voltage,
            atUtc);
    }

    private static RouterOsCommand Small(RouterOsCommand command) => command.Deadlines(Silence, SmallRead);

    private static async Task<RouterOsRow?> FirstAsync(IRouterOsClient client, RouterOsCommand command, CancellationToken ct)
    {
        var rows = await client.PrintAsync(Small(command), ct);
        return rows.Succeeded && rows.Value.Count > 0 ? rows.Value[0] : null;
    }

    private async Task<Timed<List<TRow>>> TableAsync<TRow>(
        IRouterOsClient client, RouterOsCommand command, IRowReader<TRow> reader, int capacity, TimeSpan total, CancellationToken ct) => await TimeAsync(async () =>
    {
        var rows = new List<TRow>(capacity);
        var read = await client.ReadAsync(command.Deadlines(Silence, total), reader, rows, ct);
        if (read.Succeeded && typeof(TRow) == typeof(InterfaceRow))
        {
            _interfaceRows = Math.Max(64, rows.Count + 16);
        }

        return read.Succeeded ? (Result<List<TRow>>)rows : read.Error;
    });

    private async Task<Timed<T>> TimeAsync<T>(Func<Task<Result<T>>> read)
    {
        var start = clock.GetTimestamp();
        var result = await read();
        return new Timed<T>(result, clock.GetElapsedTime(start), clock.UtcNow());
    }
}
