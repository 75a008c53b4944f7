using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Infrastructure.Audit;
using IspPortal.Infrastructure.Mapping.Exchange;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Mapping.Plant;

/// <summary>The services that draw the plant over a real database.</summary>
internal sealed class PlantRig : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly TestActor _actor;
    private int _next;

    private PlantRig(PortalDatabase database, string[] permissions)
    {
        Database = database;
        _actor = new TestActor(permissions);
        Atlas = new PlantAtlas(database.Source, _clock);
        var changes = new PlantChanges(database.FactoryAs(_actor.Actor), Atlas, _clock);
        (Editor, Fiber, History) = (new PlantEditor(changes, _actor, _clock), new FiberDesk(changes, _actor), new PlantHistory(changes, _actor, _clock));
        Exchange = new PlantExchange(changes, _actor, new AuditWriter(changes.Contexts));
    }

    public PortalDatabase Database { get; }

    public PlantAtlas Atlas { get; }

    public IPlantEditor Editor { get; }

    public IFiberDesk Fiber { get; }

    public IPlantHistory History { get; }

    public IPlantExchange Exchange { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PlantRig> CreateAsync(string provider = "Sqlite", params string[] permissions) =>
        new(await PortalDatabase.CreateAsync(provider), permissions.Length > 0 ? permissions : [MappingPermissions.MapRead, MappingPermissions.PlantWrite]);

    /// <summary>Another clerk at the same database.</summary>
    public PlantRig Beside(params string[] permissions) => new(Database, permissions.Length > 0 ? permissions : [MappingPermissions.MapRead, MappingPermissions.PlantWrite]);

    public Guid NextId() => new(0x019b0000, 0, 0x7000, [0x80, 0, 0, 0x77, 0, 0, (byte)(++_next >> 8), (byte)_next]);

    public async Task<Guid> NodeAsync(PlantNodeKind kind, string name, double latitude = -6.25, double longitude = 107.0, int ports = 0, int? splitter = null)
    {
        var id = NextId();
        Done(await Editor.SaveNodeAsync(id, 0, new(kind, name, new(latitude, longitude), Ports: ports, SplitterOutputs: splitter), Token));
        return id;
    }

    public async Task<Guid> CableAsync(string name, Guid from, Guid to, int cores = 12, params GeoPoint[] bends)
    {
        var id = NextId();
        Done(await Editor.SaveCableAsync(id, 0, new(name, from, to, cores, bends), Token));
        return id;
    }

    public async Task<Guid> JoinAsync(Guid node, FiberEnd one, FiberEnd other, FiberJoinKind kind = FiberJoinKind.Splice)
    {
        var id = NextId();
        Done(await Fiber.JoinAsync(node, [new(id, one, other, kind)], Token));
        return id;
    }

    /// <summary>OLT – feeder – ODC with a splitter 1:4 – cable – ODP with 1:8 inside; light reaches the ODP's ports.</summary>
    public async Task<DrawnExample> DrawExampleAsync()
    {
        var olt = await NodeAsync(PlantNodeKind.Olt, "OLT-1", -6.2500, 107.0000, ports: 8);
        var odc = await NodeAsync(PlantNodeKind.Odc, "ODC-1", -6.2500, 107.0100);
        var odp = await NodeAsync(PlantNodeKind.Odp, "ODP-1", -6.2500, 107.0200, ports: 8, splitter: 8);
        var feeder = await CableAsync("FDR-1", olt, odc, 12, new GeoPoint(-6.2510, 107.0050));
        var distribution = await CableAsync("DST-1", odc, odp);
        var splitter = NextId();
        Done(await Fiber.SaveSplitterAsync(splitter, 0, new(odc, "SP-1", 4), Token));
        await JoinAsync(olt, FiberEnd.PonPort(olt, 1), FiberEnd.Core(feeder, 1, CableSide.A), FiberJoinKind.Connector);
        await JoinAsync(odc, FiberEnd.Core(feeder, 1, CableSide.B), FiberEnd.SplitterInput(splitter));
        await JoinAsync(odc, FiberEnd.SplitterOutput(splitter, 1), FiberEnd.Core(distribution, 1, CableSide.A));
        await JoinAsync(odp, FiberEnd.Core(distribution, 1, CableSide.B), FiberEnd.SplitterInput(odp));
        return new(olt, odc, odp, feeder, distribution, splitter);
    }

    public async Task<PlantImage> PlantAsync()
    {
        Atlas.Touch();
        return await Atlas.GetAsync(Token);
    }

    public async Task<long> VersionOfAsync<TEntity>(Guid id)
        where TEntity : class
    {
        await using var context = Database.Open();
        return await context.Set<TEntity>().Where(row => EF.Property<Guid>(row, "Id") == id).Select(row => EF.Property<long>(row, "Version")).SingleAsync(Token);
    }

    /// <summary>The latest edit.</summary>
    public async Task<PlantEditRow> LastAsync() => (await History.ListAsync(null, new(1, 1), Token)).Value.Items[0];

    public async Task<Result> UndoLastAsync() => await History.UndoAsync((await LastAsync()).Id, Token);

    public static void Done(Result result) => Assert.True(result.Succeeded, result.Error?.ToString());

    public ValueTask DisposeAsync()
    {
        Atlas.Dispose();
        return Database.DisposeAsync();
    }
}
