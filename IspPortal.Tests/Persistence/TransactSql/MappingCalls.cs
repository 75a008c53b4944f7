using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Mapping.Levels;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Ports;
using IspPortal.Infrastructure.Mapping.Tracing;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of the map.</summary>
internal sealed class MappingCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["PlantAtlas"] = async services => await services.GetRequiredService<PlantAtlas>().GetAsync(Token),
        ["PlantTracer"] = async services =>
        {
            var tracer = services.GetRequiredService<IPlantTracer>();
            await tracer.TraceAsync(Id, Token);
            await tracer.BelowAsync(new(PlantElementKind.Router, Id), new(2, 10), Token);
            await tracer.BranchAsync(new(PlantElementKind.Router, Id), Token);
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await MappedLines.ReadAsync(context, services.GetRequiredService<ILiveRouters>(), services.GetRequiredService<ILinePrices>(), [Id], Token);
        },
        ["PortChanges"] = ChangeAsync,
        ["PortDesk"] = ChangeAsync,
        ["FollowSoldPorts"] = services => services.GetRequiredService<FollowSoldPorts>().HandleAsync(new(Id), Token),
        ["FollowSwappedOnts"] = services => services.GetRequiredService<FollowSwappedOnts>().HandleAsync(new(Id, Id, Id, Id), Token),
        ["FreeGivenUpPorts"] = services => services.GetRequiredService<FreeGivenUpPorts>().HandleAsync(new SignUpDiscarded(Id), Token),
        ["LightFigures"] = services => services.GetRequiredService<LightFigures>().KeepAsync([new() { OntSerial = "ZTEG00000001", AtUtc = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), RxDbm = -20, Source = ReadingSource.Api }], Token),
        ["OpticalReadings"] = async services => await services.GetRequiredService<IOpticalReadings>().RecordAsync([new("ZTEG00000001", new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), -20)], Token),
        ["OpticalLevels"] = async services =>
        {
            var levels = services.GetRequiredService<IOpticalLevels>();
            await levels.ListAsync(new(Id, Id, true), new(2, 10, "a%_["), Token);
            await levels.TrendAsync("ZTEG00000001", Token);
            await levels.ListCausesAsync(Token);
        },
        ["PlantCapacity"] = async services => await services.GetRequiredService<IPlantCapacity>().ListPlacesToBuildAsync(new(2, 10), Token),
    };

    private static async Task ChangeAsync(IServiceProvider services)
    {
        var desk = services.GetRequiredService<IPortDesk>();
        await desk.ListAsync(Id, Token);
        await desk.CorrectAsync(Id, 1, 0, new(OdpPortState.Broken), Token);
        await desk.ReserveAsync(Id, new(Id), Token);
        await desk.FindKeptAsync(Id, Token);
        await desk.ReleaseAsync(Id, 1, Token);
        await desk.ConnectAsync(Id, new(Id, null, [Id], 0, 0, "ZTEG00000001"), Token);
        await desk.MoveAsync(Id, 1, new(Id, null, new(0, 0, "ZTEG00000001")), Token);
        await desk.DisconnectAsync(Id, 1, Token);
        await desk.NearestAsync(new(0, 0), 5, Token);
    }
}
