using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Configurations;

internal sealed class FormerOwnerConfiguration : IEntityTypeConfiguration<FormerOwner>
{
    public void Configure(EntityTypeBuilder<FormerOwner> builder)
    {
        builder.ToTable("FormerOwners");
        builder.HasKey(owner => owner.Id);
        builder.Property(owner => owner.Id).ValueGeneratedNever();
        builder.Property(owner => owner.Phone).HasMaxLength(24);
        builder.Property(owner => owner.TaxId).IsSecret();
        builder.Property(owner => owner.TaxIdHash).HasMaxLength(BlindIndex.HashLength);
        builder.Property(owner => owner.IdentityNumber).IsSecret();
        builder.Property(owner => owner.IdentityHash).HasMaxLength(BlindIndex.HashLength);
        builder.HasIndex(owner => owner.CustomerId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(owner => owner.CustomerId);
    }
}
