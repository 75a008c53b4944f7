using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Messaging.Configurations;

internal sealed class MessageSenderConfiguration : IEntityTypeConfiguration<MessageSender>, IEntityTypeConfiguration<MessageSenderPace>
{
    public void Configure(EntityTypeBuilder<MessageSender> builder)
    {
        builder.ToTable("message_senders");
        builder.HasKey(sender => sender.Id);
        builder.Property(sender => sender.Id).ValueGeneratedNever();
        builder.Property(sender => sender.Name).HasMaxLength(Message.LongestKey);
        builder.Property(sender => sender.Channel).HasMaxLength(16);
        builder.Property(sender => sender.Type).HasMaxLength(16);
        builder.Property(sender => sender.Secret).IsSecret();
        builder.Property(sender => sender.SigningSecret).IsSecret();
        builder.Property(sender => sender.CallbackSecret).IsSecret();
        builder.Property(sender => sender.PausedBecause).HasMaxLength(Message.LongestKey);
        builder.Property(sender => sender.PausedDetail).HasMaxLength(Message.LongestError);
        builder.HasIndex(sender => sender.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MessageSenderPace> builder)
    {
        builder.ToTable("message_sender_paces");
        builder.HasKey(pace => pace.SenderId);
        builder.Property(pace => pace.LastError).HasMaxLength(Message.LongestError);
        builder.HasOne<MessageSender>().WithOne().HasForeignKey<MessageSenderPace>(pace => pace.SenderId);
    }
}
