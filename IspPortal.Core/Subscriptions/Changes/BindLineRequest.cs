namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>Which device and which address a line is bound to.</summary>
/// <param name="CallerId">A MAC address; empty: any; null: leave it.</param>
/// <param name="FixedAddress">An IPv4 address; empty: none; null: leave it.</param>
public sealed record BindLineRequest(string? CallerId, string? FixedAddress);
