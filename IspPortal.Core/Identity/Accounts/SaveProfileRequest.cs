namespace IspPortal.Core.Identity.Accounts;

/// <summary>What one may change about oneself.</summary>
/// <param name="Name">1–100 characters.</param>
/// <param name="Culture"><c>en</c>, <c>id</c>, or null for the portal's language.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or null for the system's.</param>
public sealed record SaveProfileRequest(string Name, string? Culture, string? Theme);
