namespace IspPortal.Core.Network.Operations;

/// <summary>One hop of a traceroute.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Address">Who answered; null: nobody.</param>
/// <param name="LossPercent">Of the probes to this hop, 0–100.</param>
/// <param name="Last">The last round trip, or null.</param>
/// <param name="Average">The mean round trip, or null.</param>
/// <param name="Status">The router's words about it, or null.</param>
public sealed record TraceHop(int Number, string? Address, int? LossPercent, TimeSpan? Last, TimeSpan? Average, string? Status);
