using IspPortal.Core.Mapping.Live;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>What all open maps share: the scene, put together anew when lines or plant changed, and the states of its lines, looked up at most once a second however many look.</summary>
internal sealed class MapAtlas(LineAtlas lines, PlantAtlas plant, ILiveRouters live, TimeProvider clock)
{
    private static readonly TimeSpan LookedUpAgainAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private MapScene? _scene;
    private MapStates? _states;

    public async Task<MapStates> GetAsync(CancellationToken cancellationToken)
    {
        // Side by side, for the first who looks: both are read then.
        var plantRead = Task.Run(() => plant.GetAsync(cancellationToken), cancellationToken);
        var linesRead = lines.GetAsync(cancellationToken).AsTask();
        await Task.WhenAll(plantRead, linesRead);
        var (plantNow, linesNow) = (await plantRead, await linesRead);

        // Some ten milliseconds at most, and whoever comes meanwhile wants the same.
        lock (_gate)
        {
            if (_scene is null || !ReferenceEquals(_scene.Lines, linesNow) || !ReferenceEquals(_scene.Plant, plantNow))
            {
                _scene = new MapScene(linesNow, plantNow);
            }

            if (_states is null || !ReferenceEquals(_states.Scene, _scene) || clock.GetElapsedTime(_states.At) >= LookedUpAgainAfter)
            {
                _states = new MapStates(_scene, Array.ConvertAll(_scene.Placed, l => StateOf(l.Line)), clock.GetTimestamp());
            }

            return _states;
        }
    }

    public MapLineState StateOf(MapLine line) => MapLineStates.Of(line.Wanted, LinePresence.Of(live, line.AccessId, line.RouterId, line.Others));
}
