using IspPortal.Core.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class AlertIncidentConfiguration : IEntityTypeConfiguration<AlertIncident>
{
    /// <summary>A rule, a kind, an id and the longest name of an interface.</summary>
    private const int LongestKey = 400;

    public void Configure(EntityTypeBuilder<AlertIncident> builder)
    {
        builder.ToTable("AlertIncidents");
        builder.HasKey(alert => alert.Id);
        builder.Property(alert => alert.Id).ValueGeneratedNever();
        builder.Property(alert => alert.OpenKey).HasMaxLength(LongestKey);
        builder.Property(alert => alert.Key).HasMaxLength(LongestKey);
        builder.Property(alert => alert.Note).HasMaxLength(1000);
        builder.Property(alert => alert.RuleName).HasMaxLength(80);
        builder.Property(alert => alert.RuleKey).HasMaxLength(64);
        builder.Ignore(alert => alert.IsSuppressed);
        builder.HasIndex(alert => alert.OpenKey).IsUnique();
        builder.HasIndex(alert => new { alert.Key, alert.OpenedAtUtc });
        builder.HasIndex(alert => alert.OpenedAtUtc);
        builder.HasIndex(alert => new { alert.SubjectId, alert.OpenedAtUtc });
        builder.HasIndex(alert => new { alert.RuleId, alert.OpenedAtUtc });
        builder.HasIndex(alert => new { alert.RouterId, alert.OpenedAtUtc });
        builder.HasIndex(alert => alert.NextStepAtUtc);
        builder.HasIndex(alert => alert.OwesAllClear);
        builder.HasIndex(alert => alert.SuppressedById);
    }
}
