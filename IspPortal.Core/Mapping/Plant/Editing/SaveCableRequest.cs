using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>What a cable is and where it lies.</summary>
/// <param name="Name">Its name, unique among cables; up to 60 characters.</param>
/// <param name="FromNodeId">Where side A ends.</param>
/// <param name="ToNodeId">Where side B ends; another node.</param>
/// <param name="Cores">1 to 288.</param>
/// <param name="Bends">Its way between the two nodes; up to 2,000 places.</param>
/// <param name="CoresPerTube">How many cores lie in one tube, 1 to 24.</param>
/// <param name="MeasuredMetres">As read from the sheath, or null: the drawn way and the spare loops count.</param>
/// <param name="SpareMetres">In loops, besides the drawn way; 0 or more.</param>
/// <param name="Owner">Whose it is; null: our own; up to 60 characters.</param>
/// <param name="Note">A note or null; up to 300 characters.</param>
public sealed record SaveCableRequest(
    string Name, Guid FromNodeId, Guid ToNodeId, int Cores, IReadOnlyList<GeoPoint> Bends, int CoresPerTube = 12, double? MeasuredMetres = null, double SpareMetres = 0, string? Owner = null, string? Note = null);
