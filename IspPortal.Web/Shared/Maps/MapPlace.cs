namespace IspPortal.Web.Shared.Maps;

/// <summary>One place on a map.</summary>
/// <param name="Id">What it is; given back when it is chosen.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="Name">Its label.</param>
/// <param name="Note">A second line, e.g. a rate; or null.</param>
/// <param name="Tone">Its state colour.</param>
/// <param name="Word">The state as a word.</param>
/// <param name="Weight">0–1: how large its dot is.</param>
/// <param name="Stale">Its figures are what was, not what is.</param>
public sealed record MapPlace(Guid Id, double Latitude, double Longitude, string Name, string? Note, Tone Tone, string Word, double Weight = 0, bool Stale = false);
