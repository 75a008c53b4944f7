using IspPortal.Core.Network.Addressing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Addressing.Configurations;

internal sealed class AddressConflictPartyConfiguration : IEntityTypeConfiguration<AddressConflictParty>
{
    public void Configure(EntityTypeBuilder<AddressConflictParty> builder)
    {
        builder.ToTable("AddressConflictParties");
        builder.HasKey(party => new { party.ConflictId, party.Number });
        builder.Ignore(party => party.Value);
        builder.HasIndex(party => party.RouterId);
        builder.HasIndex(party => party.AccessId);
    }
}
