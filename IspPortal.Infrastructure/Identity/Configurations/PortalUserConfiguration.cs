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
        builder.Property(user => user.Email).IsPersonal();
        builder.Property(user => user.UserName).IsPersonal();
        builder.Property(user => user.PhoneNumber).IsPersonal();
        builder.Property(user => user.NormalizedEmail).IsNotAudited();
        builder.Property(user => user.NormalizedUserName).IsNotAudited();
        builder.Property(user => user.PasswordHash).IsNotAudited();
        builder.Property(user => user.SecurityStamp).IsNotAudited();
        builder.Property(user => user.ConcurrencyStamp).IsNotAudited();
        builder.Property(user => user.AccessFailedCount).IsNotAudited();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("user_logins");
        builder.Property(login => login.LoginProvider).HasMaxLength(128);
        builder.Property(login => login.ProviderKey).HasMaxLength(128);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("user_tokens");
        builder.Property(token => token.LoginProvider).HasMaxLength(128);
        builder.Property(token => token.Name).HasMaxLength(128);
        // The authenticator key and the recovery codes live here.
        builder.Property(token => token.Value).IsSecret();
    }
}
