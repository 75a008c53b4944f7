using IspPortal.Core.Alerts.Rules;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class AlertRuleConfiguration : IEntityTypeConfiguration<AlertRule>
{
    public void Configure(EntityTypeBuilder<AlertRule> builder)
    {
        builder.ToTable("AlertRules");
        builder.HasKey(rule => rule.Id);
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.BuiltInKey).HasMaxLength(64);
        builder.Property(rule => rule.Name).HasMaxLength(80);
        builder.Property(rule => rule.RouterIds).IsLongText();
        builder.Property(rule => rule.PlanIds).IsLongText();
        builder.Property(rule => rule.SubjectIds).IsLongText();
        builder.Property(rule => rule.NamePattern).HasMaxLength(128);
        builder.HasIndex(rule => rule.BuiltInKey).IsUnique();
        builder.HasIndex(rule => rule.PolicyId);
    }
}
