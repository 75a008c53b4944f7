using IspPortal.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Configurations;

internal sealed class CustomerTagConfiguration : IEntityTypeConfiguration<CustomerTag>
{
    public void Configure(EntityTypeBuilder<CustomerTag> builder)
    {
        builder.ToTable("CustomerTags");
        builder.HasKey(tag => new { tag.CustomerId, tag.Tag });
        builder.Property(tag => tag.Tag).HasMaxLength(CustomerTags.MaxLength);
        builder.HasIndex(tag => new { tag.Tag, tag.CustomerId });
    }
}
