using IspPortal.Core.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class ServicePlanConfiguration : IEntityTypeConfiguration<ServicePlan>
{
    public void Configure(EntityTypeBuilder<ServicePlan> builder)
    {
        builder.ToTable("ServicePlans");
        builder.HasKey(plan => plan.Id);
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.Name).HasMaxLength(80);
        builder.Property(plan => plan.Slug).HasMaxLength(40);
        builder.Property(plan => plan.Description).HasMaxLength(1000);
        builder.Property(plan => plan.Profile).HasMaxLength(64);
        builder.Property(plan => plan.ThrottledProfile).HasMaxLength(64);
        builder.Property(plan => plan.TaxCode).HasMaxLength(20);
        builder.Ignore(plan => plan.Period);
        builder.Ignore(plan => plan.Speed);
        builder.HasIndex(plan => plan.Slug).IsUnique();
        builder.HasIndex(plan => new { plan.SortOrder, plan.Name });
    }
}
