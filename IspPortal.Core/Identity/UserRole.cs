using IspPortal.Core.Audit;

namespace IspPortal.Core.Identity;

/// <summary>One role that a user holds.</summary>
[Audited("user_role")]
internal sealed class UserRole
{
    public required Guid UserId { get; init; }

    /// <summary>One of <see cref="PortalRoles.All"/>.</summary>
    public required string Role { get; init; }
}
