using IspPortal.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Configurations;

internal sealed class CustomerNoteConfiguration : IEntityTypeConfiguration<CustomerNote>
{
    public void Configure(EntityTypeBuilder<CustomerNote> builder)
    {
        builder.ToTable("CustomerNotes");
        builder.HasKey(note => note.Id);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Text).HasMaxLength(4000);
        builder.HasIndex(note => new { note.CustomerId, note.AtUtc });
        builder.HasOne<Customer>().WithMany().HasForeignKey(note => note.CustomerId);
        builder.HasOne<FormerOwner>().WithMany().HasForeignKey(note => note.FormerOwnerId);
    }
}
