using IspPortal.Core.Network.Addressing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Addressing.Configurations;

internal sealed class AddressConflictConfiguration : IEntityTypeConfiguration<AddressConflict>
{
    public void Configure(EntityTypeBuilder<AddressConflict> builder)
    {
        builder.ToTable("AddressConflicts");
        builder.HasKey(conflict => conflict.Id);
        builder.Property(conflict => conflict.Id).ValueGeneratedNever();
        builder.Property(conflict => conflict.OpenKey).HasMaxLength(64);
        builder.Property(conflict => conflict.SearchKey).HasMaxLength(1000);
        builder.Property(conflict => conflict.IntendedReason).HasMaxLength(500);
        builder.HasIndex(conflict => conflict.OpenKey).IsUnique();
        builder.HasIndex(conflict => conflict.FirstSeenAtUtc);
        builder.HasIndex(conflict => conflict.ResolvedAtUtc);
        builder.HasIndex(conflict => conflict.Address);

        // A party is nothing without its conflict.
        builder.HasMany(conflict => conflict.Parties).WithOne().HasForeignKey(party => party.ConflictId).OnDelete(DeleteBehavior.Cascade);
    }
}
