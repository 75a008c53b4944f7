using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Corrections.Configurations;

internal sealed class CreditNoteConfiguration : IEntityTypeConfiguration<CreditNote>
{
    public void Configure(EntityTypeBuilder<CreditNote> builder)
    {
        builder.ToTable("CreditNotes");
        builder.HasKey(note => note.Id);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Number).HasMaxLength(40);
        builder.Property(note => note.Key).HasMaxLength(64);
        builder.Property(note => note.InvoiceNumber).HasMaxLength(40);
        builder.Property(note => note.BuyerName).HasMaxLength(200);
        builder.Property(note => note.Reason).HasMaxLength(500);
        builder.Property(note => note.CreatedBy).HasMaxLength(200);
        builder.Property(note => note.SearchKey).HasMaxLength(256);
        builder.HasIndex(note => note.Number).IsUnique();
        builder.HasIndex(note => note.Key).IsUnique();
        builder.HasIndex(note => note.InvoiceId);
        builder.HasIndex(note => new { note.BillingAccountId, note.IssuedOn });
        builder.HasIndex(note => new { note.IssuedOn, note.Id });
        builder.HasIndex(note => note.SearchKey);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(note => note.InvoiceId);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(note => note.BillingAccountId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(note => note.CustomerId);
        builder.HasMany(note => note.Lines).WithOne().HasForeignKey(line => line.CreditNoteId);
    }
}
