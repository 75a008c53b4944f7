using IspPortal.Core.Alerts.Escalation;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class AlertPolicyConfiguration : IEntityTypeConfiguration<AlertPolicy>
{
    public void Configure(EntityTypeBuilder<AlertPolicy> builder)
    {
        builder.ToTable("AlertPolicies");
        builder.HasKey(policy => policy.Id);
        builder.Property(policy => policy.Id).ValueGeneratedNever();
        builder.Property(policy => policy.Name).HasMaxLength(80);
        builder.Property(policy => policy.Steps).IsLongText();
        builder.HasIndex(policy => policy.Name).IsUnique();
    }
}
