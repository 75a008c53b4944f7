namespace IspPortal.Web.Features.Map.Live;

/// <summary>One thing that the map in the browser draws. All of it are texts and numbers, so that what changed is told by comparing.</summary>
/// <param name="Id">What it is: kept while it is in view.</param>
/// <param name="Kind">line, lines, router, node, cable, radio, heat or outage.</param>
/// <param name="Place">Where: <c>lat,lng</c>, several of them for a way, <c>south,west,north,east</c> for a square.</param>
/// <param name="Look">What colours and shapes it.</param>
/// <param name="Text">What is written on it, or null.</param>
/// <param name="Title">What it says in words.</param>
/// <param name="Parts">Of several lines how many of each state; of a router its rate; of a node its icon; else null.</param>
/// <param name="Weight">0–1: how large it is.</param>
/// <param name="Box">Of several around all of them; else null.</param>
public sealed record LiveMark(string Id, string Kind, string Place, string Look, string? Text, string Title, string? Parts = null, double Weight = 0, string? Box = null);
