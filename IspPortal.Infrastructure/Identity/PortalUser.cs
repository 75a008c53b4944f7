using IspPortal.Core.Audit;
using Microsoft.AspNetCore.Identity;

namespace IspPortal.Infrastructure.Identity;

/// <summary>A person with an account.</summary>
[Audited("user")]
internal sealed class PortalUser : IdentityUser<Guid>
{
    [Personal]
    public string DisplayName { get; set; } = "";

    /// <summary>The language of pages and mails, e.g. <c>id-ID</c>.</summary>
    public string Culture { get; set; } = "id-ID";

    public bool IsActive { get; set; } = true;

    public DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }
}
