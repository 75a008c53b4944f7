using IspPortal.Core.Audit;
using IspPortal.Core.Messaging;

namespace IspPortal.Core.Alerts.OnCall;

/// <summary>How a person of the staff is told. The e-mail is that of the account.</summary>
[Audited("alert_contact")]
internal sealed class AlertContact
{
    public required Guid UserId { get; init; }

    [Personal]
    public string? Phone { get; set; }

    [Personal]
    public string? TelegramChatId { get; set; }

    /// <summary>Names with a blank between.</summary>
    public string Channels { get; set; } = nameof(MessageChannel.Email);

    public long Version { get; set; }

    public static IReadOnlyList<MessageChannel> Read(string? channels) =>
        [.. (channels ?? nameof(MessageChannel.Email)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<MessageChannel>)];
}
