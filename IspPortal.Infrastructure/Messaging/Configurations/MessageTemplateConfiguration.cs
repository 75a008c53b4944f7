using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Messaging.Configurations;

internal sealed class MessageTemplateConfiguration : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.ToTable("message_templates");
        builder.HasKey(template => template.Id);
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Event).HasMaxLength(Message.LongestKey);
        builder.Property(template => template.Channel).HasMaxLength(16);
        builder.Property(template => template.Language).HasMaxLength(2);
        builder.Property(template => template.Body).IsLongText();
        builder.Property(template => template.CloudFields).HasMaxLength(1000);
        builder.HasIndex(template => new { template.Event, template.Channel, template.Language }).IsUnique();
    }
}
