using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Tokens;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Identity.Configurations;

internal sealed class AccountRowsConfiguration : IEntityTypeConfiguration<UserRole>, IEntityTypeConfiguration<AccountLink>,
    IEntityTypeConfiguration<RecoveryCode>, IEntityTypeConfiguration<RefreshToken>, IEntityTypeConfiguration<TokenSigningKey>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<UserRole> builder)
    {
        builder.ToTable("user_roles");
        builder.HasKey(role => new { role.UserId, role.Role });
        builder.Property(role => role.Role).HasMaxLength(32);
        builder.HasIndex(role => role.Role);
    }

    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("account_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.TokenHash).HasMaxLength(HashLength);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(link => link.UserId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.Property(code => code.Id).ValueGeneratedNever();
        builder.Property(code => code.CodeHash).HasMaxLength(HashLength);
        builder.HasIndex(code => new { code.UserId, code.CodeHash });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(code => code.UserId);
    }

    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.ToTable("refresh_tokens");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.TokenHash).HasMaxLength(HashLength);
        builder.Property(token => token.Stamp).HasMaxLength(HashLength);
        builder.HasIndex(token => token.TokenHash).IsUnique();
        builder.HasIndex(token => token.FamilyId);
        builder.HasIndex(token => token.ExpiresAtUtc);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(token => token.UserId);
    }

    public void Configure(EntityTypeBuilder<TokenSigningKey> builder)
    {
        builder.ToTable("token_signing_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Secret).IsSecret();
    }
}
