namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Which keys a list shows.</summary>
/// <param name="State">Only those in this state, or null for all.</param>
/// <param name="MakerId">Only those that this user made, or null for all.</param>
public sealed record ApiKeyFilter(ApiKeyState? State = null, Guid? MakerId = null);
