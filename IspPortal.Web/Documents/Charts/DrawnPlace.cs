namespace IspPortal.Web.Documents.Charts;

/// <summary>One place of a drawn plan.</summary>
/// <param name="Name">Its word.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
/// <param name="Tone">Its state, in the words of the page's styles: good, warning, bad, neutral, info.</param>
internal sealed record DrawnPlace(string Name, double Latitude, double Longitude, string Tone);
