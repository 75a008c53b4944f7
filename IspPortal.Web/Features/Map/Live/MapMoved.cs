using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Web.Features.Map.Live;

/// <summary>What the map shows now.</summary>
/// <param name="Box">What is in view.</param>
/// <param name="Middle">Its middle.</param>
/// <param name="Zoom">Its zoom, with quarters.</param>
/// <param name="ByHand">The reader went there, or was taken there; false where only the window changed its size.</param>
public sealed record MapMoved(GeoBox Box, GeoPoint Middle, double Zoom, bool ByHand);
