using IspPortal.Core.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Settings.Configurations;

internal sealed class CompanyLogoConfiguration : IEntityTypeConfiguration<CompanyLogo>
{
    public void Configure(EntityTypeBuilder<CompanyLogo> builder)
    {
        builder.ToTable("CompanyLogos");
        builder.HasKey(logo => logo.Id);
        builder.Property(logo => logo.Id).ValueGeneratedNever();
        builder.Property(logo => logo.MediaType).HasMaxLength(32);
    }
}
