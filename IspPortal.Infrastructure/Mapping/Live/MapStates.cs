using IspPortal.Core.Mapping.Live;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>How every line of a scene stood at one moment.</summary>
/// <param name="Scene">The scene.</param>
/// <param name="Of">By the place of a line in <see cref="MapScene.Placed"/>.</param>
/// <param name="At">A timestamp of the clock.</param>
internal sealed record MapStates(MapScene Scene, MapLineState[] Of, long At);
