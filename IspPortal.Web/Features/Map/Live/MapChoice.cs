namespace IspPortal.Web.Features.Map.Live;

/// <summary>A mark that was clicked.</summary>
/// <param name="Kind">line, router, node, cable, radio or outage.</param>
/// <param name="Id">Which.</param>
public sealed record MapChoice(string Kind, Guid Id);
