using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;

namespace IspPortal.Infrastructure.Identity.Users;

/// <summary>Fills the columns of a new account.</summary>
internal static class NewUser
{
    public static PortalUser Of(Guid id, string email, string name, IEnumerable<string> roles, string? culture, TimeProvider clock)
    {
        var trimmed = email.Trim();
        var user = new PortalUser
        {
            Id = id,
            Email = trimmed,
            NormalizedEmail = EmailName.Normalize(trimmed),
            UserName = trimmed,
            NormalizedUserName = EmailName.Normalize(trimmed),
            DisplayName = name.Trim(),
            SearchKey = SearchKey.Of(name, trimmed),
            Culture = culture,
            CreatedAtUtc = clock.UtcNow(),
            SecurityStamp = AccountTokens.New(),
            ConcurrencyStamp = AccountTokens.New(),
        };
        user.Roles.AddRange(roles.Distinct(StringComparer.Ordinal).Select(role => new UserRole { UserId = id, Role = role }));
        return user;
    }
}
