using IspPortal.Core.Billing.Print;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Print.Configurations;

internal sealed class InvoiceBundleConfiguration : IEntityTypeConfiguration<InvoiceBundle>
{
    public void Configure(EntityTypeBuilder<InvoiceBundle> builder)
    {
        builder.ToTable("InvoiceBundles");
        builder.HasKey(bundle => bundle.Id);
        builder.Property(bundle => bundle.Id).ValueGeneratedNever();
        builder.Property(bundle => bundle.State).HasMaxLength(16);
        builder.Property(bundle => bundle.ErrorCode).HasMaxLength(100);
        builder.Property(bundle => bundle.RequestedBy).HasMaxLength(200);
        builder.HasMany(bundle => bundle.Items).WithOne().HasForeignKey(item => item.BundleId);
        builder.HasIndex(bundle => new { bundle.State, bundle.RequestedAtUtc });
        builder.HasIndex(bundle => bundle.ExpiresAtUtc);
        builder.HasIndex(bundle => bundle.StoredAs);
    }
}
