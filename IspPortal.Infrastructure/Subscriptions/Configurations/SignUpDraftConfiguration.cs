using IspPortal.Core.Customers;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SignUpDraftConfiguration : IEntityTypeConfiguration<SignUpDraft>
{
    public void Configure(EntityTypeBuilder<SignUpDraft> builder)
    {
        builder.ToTable("SignUpDrafts");
        builder.HasKey(draft => draft.Id);
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Content).IsSecret();
        builder.Property(draft => draft.Step).HasMaxLength(16);
        builder.HasIndex(draft => draft.UpdatedAtUtc);
        builder.HasOne<Customer>().WithMany().HasForeignKey(draft => draft.CustomerId);
    }
}
