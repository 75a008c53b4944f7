using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Live;

/// <summary>A port of an ODP in its panel.</summary>
/// <param name="Number">From 1.</param>
/// <param name="State">How it stands.</param>
/// <param name="AccessId">Of a used one a line that goes through it; else null.</param>
/// <param name="Label">Whose line that is, as far as the reader may know.</param>
/// <param name="Line">How that line stands; null without one.</param>
public sealed record MapPortRow(int Number, OdpPortState State, Guid? AccessId, string? Label, MapLineState? Line);
