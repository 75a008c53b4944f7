using IspPortal.Core.Identity.Links;

namespace IspPortal.Core.Identity.Users;

/// <summary>A link that was issued and not used yet.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="ExpiresAtUtc">Until when it works.</param>
public sealed record OpenLink(LinkPurpose Purpose, DateTime ExpiresAtUtc);
