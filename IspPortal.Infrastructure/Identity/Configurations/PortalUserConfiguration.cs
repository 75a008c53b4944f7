using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Identity.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.DisplayName).HasMaxLength(200);
        builder.Property(user => user.Culture).HasMaxLength(16);
        builder.Property(user => user.Theme).HasMaxLength(16);
        builder.Property(user => user.LastSignInAddress).HasMaxLength(64);
        builder.Property(user => user.SearchKey).HasMaxLength(512);
        builder.Property(user => user.TotpSecret).IsSecret();
        builder.Property(user => user.Email).IsPersonal();
        builder.Property(user => user.UserName).IsNotAudited();
        builder.Property(user => user.NormalizedEmail).IsNotAudited();
        builder.Property(user => user.NormalizedUserName).IsNotAudited();
        builder.Property(user => user.PasswordHash).IsNotAudited();
        builder.Property(user => user.SecurityStamp).IsNotAudited();
        builder.Property(user => user.ConcurrencyStamp).IsNotAudited();
        builder.Property(user => user.AccessFailedCount).IsNotAudited();
        // Telephone, confirmation and the lock of the library are not used: LockedUntilAtUtc is a type that every provider can compare.
        builder.Ignore(user => user.PhoneNumber);
        builder.Ignore(user => user.PhoneNumberConfirmed);
        builder.Ignore(user => user.EmailConfirmed);
        builder.Ignore(user => user.LockoutEnd);
        builder.Ignore(user => user.LockoutEnabled);
        builder.HasMany(user => user.Roles).WithOne().HasForeignKey(role => role.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("user_tokens");
        builder.Property(token => token.Value).IsSecret();
    }
}
