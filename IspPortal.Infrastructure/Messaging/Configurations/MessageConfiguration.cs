using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Messaging.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Event).HasMaxLength(Message.LongestKey);
        builder.Property(message => message.Kind).HasMaxLength(Message.LongestKey);
        builder.Property(message => message.Channel).HasMaxLength(16);
        builder.Property(message => message.Address).HasMaxLength(Message.LongestAddress);
        builder.Property(message => message.Name).HasMaxLength(Message.LongestName);
        builder.Property(message => message.Language).HasMaxLength(2);
        builder.Property(message => message.Values).IsSecret();
        builder.Property(message => message.Attachments).IsLongText();
        builder.Property(message => message.SentSubject).IsSecret();
        builder.Property(message => message.SentText).IsSecret();
        builder.Property(message => message.State).HasMaxLength(16);
        builder.Property(message => message.DroppedBecause).HasMaxLength(16);
        builder.Property(message => message.LeasedBy).HasMaxLength(128);
        builder.Property(message => message.ProviderId).HasMaxLength(200);
        builder.Property(message => message.ErrorCode).HasMaxLength(Message.LongestKey);
        builder.Property(message => message.LastError).HasMaxLength(Message.LongestError);
        builder.HasIndex(message => new { message.SubjectId, message.Kind, message.Channel, message.Address }).IsUnique();
        builder.HasIndex(message => new { message.State, message.Channel, message.Rank, message.NextAttemptAtUtc });
        builder.HasIndex(message => new { message.State, message.NotAfterUtc });
        builder.HasIndex(message => new { message.Channel, message.Address, message.State });
        builder.HasIndex(message => new { message.CustomerId, message.QueuedAtUtc });
        builder.HasIndex(message => message.QueuedAtUtc);
        builder.HasIndex(message => message.ProviderId);
    }
}
