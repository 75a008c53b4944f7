using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Invoices.Configurations;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.ToTable("Invoices");
        builder.HasKey(invoice => invoice.Id);
        builder.Property(invoice => invoice.Id).ValueGeneratedNever();
        builder.Property(invoice => invoice.Number).HasMaxLength(40);
        builder.Property(invoice => invoice.Kind).HasMaxLength(16);
        builder.Property(invoice => invoice.State).HasMaxLength(16);
        builder.Property(invoice => invoice.Tax).HasMaxLength(16);
        builder.Property(invoice => invoice.BuyerName).HasMaxLength(200);
        builder.Property(invoice => invoice.BuyerAddress).HasMaxLength(600);
        builder.Property(invoice => invoice.FakturCode).HasMaxLength(4);
        builder.Property(invoice => invoice.Note).HasMaxLength(500);
        builder.Property(invoice => invoice.CreatedBy).HasMaxLength(200);
        builder.Property(invoice => invoice.SearchKey).HasMaxLength(256);
        builder.Ignore(invoice => invoice.PayableMinor);
        builder.Ignore(invoice => invoice.OutstandingMinor);
        builder.Ignore(invoice => invoice.Status);
        builder.HasIndex(invoice => invoice.Number).IsUnique();
        builder.HasIndex(invoice => new { invoice.IssuedOn, invoice.Id });
        builder.HasIndex(invoice => new { invoice.BillingAccountId, invoice.IssuedOn });
        builder.HasIndex(invoice => new { invoice.CustomerId, invoice.IssuedOn });
        builder.HasIndex(invoice => new { invoice.State, invoice.Kind, invoice.DueOn });
        // What ageing adds up, without looking at the bills themselves.
        builder.HasIndex(invoice => new
        {
            invoice.SettledAtUtc, invoice.State, invoice.BillingAccountId, invoice.Kind, invoice.DueOn, invoice.TotalMinor, invoice.WithheldMinor, invoice.CollectedMinor, invoice.SettledMinor,
        }).HasDatabaseName("ix_invoices_open");
        builder.HasIndex(invoice => invoice.RunId);
        builder.HasIndex(invoice => invoice.BasedOnId);
        builder.HasIndex(invoice => invoice.SearchKey);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(invoice => invoice.BillingAccountId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(invoice => invoice.CustomerId);
        builder.HasOne<BillingRun>().WithMany().HasForeignKey(invoice => invoice.RunId);
        builder.HasMany(invoice => invoice.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
        builder.HasMany(invoice => invoice.Taxes).WithOne().HasForeignKey(line => line.InvoiceId);
    }
}
