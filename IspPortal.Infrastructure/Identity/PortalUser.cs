using IspPortal.Core.Audit;
using IspPortal.Core.Identity;
using Microsoft.AspNetCore.Identity;

namespace IspPortal.Infrastructure.Identity;

/// <summary>A person with an account.</summary>
[Audited("user")]
internal sealed class PortalUser : IdentityUser<Guid>
{
    [Personal]
    public string DisplayName { get; set; } = "";

    /// <summary>The language of pages and mails, <c>en</c> or <c>id</c>; null is the portal's.</summary>
    public string? Culture { get; set; }

    /// <summary><c>light</c> or <c>dark</c>; null is the system's.</summary>
    public string? Theme { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTime CreatedAtUtc { get; set; }

    [NotAudited]
    public DateTime? LockedUntilAtUtc { get; set; }

    [NotAudited]
    public DateTime? LastSignInAtUtc { get; set; }

    [NotAudited]
    public string? LastSignInAddress { get; set; }

    /// <summary>The authenticator's secret in base 64; in use when <see cref="IdentityUser{TKey}.TwoFactorEnabled"/>, else waiting for its first code.</summary>
    [NotAudited]
    public string? TotpSecret { get; set; }

    /// <summary>The step of the last used code: a code works once.</summary>
    [NotAudited]
    public long TotpLastStep { get; set; }

    [NotAudited]
    public string SearchKey { get; set; } = "";

    public long Version { get; set; }

    public List<UserRole> Roles { get; } = [];

    /// <summary>Ends every session and token that exists.</summary>
    public void EndSessions() => SecurityStamp = AccountTokens.New();

    /// <summary>Makes the row count as changed (and its version rise) when only rows beside it change.</summary>
    public void Touch() => ConcurrencyStamp = AccountTokens.New();
}
