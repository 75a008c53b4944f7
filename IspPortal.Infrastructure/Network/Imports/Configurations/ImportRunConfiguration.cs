using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Imports.Configurations;

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("Imports");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.FileName).HasMaxLength(200);
        builder.HasIndex(run => run.CreatedAtUtc);
        builder.HasOne<Router>().WithMany().HasForeignKey(run => run.RouterId);
    }
}
