namespace IspPortal.Core.Identity.Users;

/// <summary>Which users a list shows.</summary>
/// <param name="Role">Only those who hold this role, or null for all.</param>
/// <param name="State">Only those in this state, or null for all.</param>
public sealed record UserFilter(string? Role = null, UserState? State = null);
