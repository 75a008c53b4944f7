using IspPortal.Core.Alerts.OnCall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class AlertContactConfiguration : IEntityTypeConfiguration<AlertContact>
{
    public void Configure(EntityTypeBuilder<AlertContact> builder)
    {
        builder.ToTable("AlertContacts");
        builder.HasKey(contact => contact.UserId);
        builder.Property(contact => contact.UserId).ValueGeneratedNever();
        builder.Property(contact => contact.Phone).HasMaxLength(32);
        builder.Property(contact => contact.TelegramChatId).HasMaxLength(64);
        builder.Property(contact => contact.Channels).HasMaxLength(64);
    }
}
