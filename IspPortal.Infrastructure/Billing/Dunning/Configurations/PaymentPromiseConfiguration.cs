using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class PaymentPromiseConfiguration : IEntityTypeConfiguration<PaymentPromise>
{
    public void Configure(EntityTypeBuilder<PaymentPromise> builder)
    {
        builder.ToTable("PaymentPromises");
        builder.HasKey(promise => promise.Id);
        builder.Property(promise => promise.Id).ValueGeneratedNever();
        builder.Property(promise => promise.State).HasMaxLength(16);
        builder.Property(promise => promise.Reason).HasMaxLength(500);
        builder.Property(promise => promise.CreatedBy).HasMaxLength(200);
        builder.HasIndex(promise => new { promise.BillingAccountId, promise.CreatedAtUtc });
        builder.HasIndex(promise => new { promise.State, promise.CreatedAtUtc });
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(promise => promise.BillingAccountId);
        builder.HasMany(promise => promise.Parts).WithOne().HasForeignKey(part => part.PromiseId);
    }
}
