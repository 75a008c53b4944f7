using IspPortal.Core.Network.Operations;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One hop of a traceroute.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Address">Who answered, or null.</param>
/// <param name="LossPercent">0–100.</param>
/// <param name="LastMilliseconds">The last round trip, or null.</param>
/// <param name="AverageMilliseconds">The mean, or null.</param>
internal sealed record TraceHopResource(int Number, string? Address, int? LossPercent, double? LastMilliseconds, double? AverageMilliseconds)
{
    public static TraceHopResource Of(TraceHop hop) => new(hop.Number, hop.Address, hop.LossPercent, hop.Last?.TotalMilliseconds, hop.Average?.TotalMilliseconds);
}
