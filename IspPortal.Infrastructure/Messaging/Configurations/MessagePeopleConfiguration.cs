using IspPortal.Core.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Messaging.Configurations;

internal sealed class MessagePeopleConfiguration : IEntityTypeConfiguration<MessageOptOut>, IEntityTypeConfiguration<MessageContact>
{
    public void Configure(EntityTypeBuilder<MessageOptOut> builder)
    {
        builder.ToTable("message_opt_outs");
        builder.HasKey(optOut => new { optOut.CustomerId, optOut.Channel });
        builder.Property(optOut => optOut.Channel).HasMaxLength(16);
    }

    public void Configure(EntityTypeBuilder<MessageContact> builder)
    {
        builder.ToTable("message_contacts");
        builder.HasKey(contact => new { contact.SenderId, contact.Address });
        builder.Property(contact => contact.Address).HasMaxLength(Message.LongestAddress);
    }
}
