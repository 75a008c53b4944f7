using IspPortal.Core.Identity.ApiKeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Identity.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(ApiKeyRules.MaxNameLength);
        builder.Property(key => key.Prefix).HasMaxLength(ApiKeyFormat.PrefixLength);
        builder.Property(key => key.SecretHash).HasMaxLength(64);
        builder.Property(key => key.Scopes).HasMaxLength(4000);
        builder.Property(key => key.AllowedAddresses).HasMaxLength(4000);
        builder.Property(key => key.LastUsedAddress).HasMaxLength(64);
        builder.Property(key => key.RevokedBy).HasMaxLength(256);
        builder.Property(key => key.RevokedReason).HasMaxLength(ApiKeyRules.MaxReasonLength);
        builder.Property(key => key.SearchKey).HasMaxLength(256);
        builder.Ignore(key => key.ActorName);
        builder.HasIndex(key => key.Prefix).IsUnique();
        builder.HasIndex(key => key.CreatedAtUtc);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(key => key.MakerId);
    }
}
