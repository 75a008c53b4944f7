using System.Collections.Frozen;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>All lines and routers as they stood at one moment. Nobody changes it.</summary>
/// <param name="ReadAt">A timestamp of the clock from before they were read.</param>
/// <param name="Lines">Lines that are not ended, and those that are only drawn.</param>
/// <param name="Routers">Routers that are read.</param>
internal sealed record LineImage(long ReadAt, FrozenDictionary<Guid, MapLine> Lines, FrozenDictionary<Guid, MapRouter> Routers);
