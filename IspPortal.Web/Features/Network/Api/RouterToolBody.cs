namespace IspPortal.Web.Features.Network.Api;

/// <summary>What a tool is to ask.</summary>
/// <param name="Address">An IP address.</param>
/// <param name="Count">How many echoes of a ping, 1 to 50; 5 without it.</param>
internal sealed record RouterToolBody(string? Address, int? Count = null);
