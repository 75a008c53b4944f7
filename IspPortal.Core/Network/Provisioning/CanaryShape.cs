namespace IspPortal.Core.Network.Provisioning;

/// <summary>How one command shape did when it was probed.</summary>
/// <param name="Menu">The menu.</param>
/// <param name="Shape"><c>read</c>: a print of every property that the portal writes; <c>query</c>: a print that asks by key; <c>count</c>: a count of its items.</param>
/// <param name="ErrorCode">Why it failed, or null when the router answered as expected.</param>
/// <param name="Detail">The router's words, or null.</param>
public sealed record CanaryShape(string Menu, string Shape, string? ErrorCode, string? Detail);
