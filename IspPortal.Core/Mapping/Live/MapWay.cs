using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>A cable or a radio link on the map.</summary>
/// <param name="Id">Which.</param>
/// <param name="IsRadio">A radio link; else a cable.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cores">Of a cable; of a radio link 0.</param>
/// <param name="Points">Its way, with no more bends than can be seen at this zoom.</param>
public sealed record MapWay(Guid Id, bool IsRadio, string Name, int Cores, IReadOnlyList<GeoPoint> Points);
