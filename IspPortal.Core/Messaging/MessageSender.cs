using IspPortal.Core.Audit;

namespace IspPortal.Core.Messaging;

/// <summary>An account at a provider that messages go out by: a mailbox, a number, a bot, a room.</summary>
[Audited("message_sender")]
internal sealed class MessageSender
{
    public required Guid Id { get; init; }

    /// <summary>Unique. Messages to rooms and endpoints are addressed by it.</summary>
    public required string Name { get; set; }

    public required MessageChannel Channel { get; init; }

    public required MessageSenderType Type { get; init; }

    /// <summary>Where it answers: the host of a mail server, else the base of its address. Null: where the provider usually is.</summary>
    public string? Server { get; set; }

    /// <summary>Of a mail server.</summary>
    public int? Port { get; set; }

    /// <summary>The address that mail comes from.</summary>
    public string? From { get; set; }

    /// <summary>The user name, user key or number's id.</summary>
    public string? Account { get; set; }

    /// <summary>Password, token, or the address of a room's webhook; encrypted.</summary>
    public string? Secret { get; set; }

    /// <summary>What signs: Wablas' secret key, the app secret of the Cloud API; encrypted.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>What the provider must say when it calls back; encrypted.</summary>
    public string? CallbackSecret { get; set; }

    public required int PerHour { get; set; }

    public int? DailyCap { get; set; }

    /// <summary>How many on the first day, growing day by day; null: no warm-up.</summary>
    public int? WarmUpFrom { get; set; }

    /// <summary>By how much each day allows more than the one before.</summary>
    public int WarmUpPercent { get; set; } = 30;

    public DateOnly? WarmUpSinceOn { get; set; }

    public bool IsEnabled { get; set; } = true;

    public DateTime? PausedAtUtc { get; set; }

    /// <summary>A stable code of why it was paused.</summary>
    public string? PausedBecause { get; set; }

    /// <summary>What the provider said, or why a person paused it.</summary>
    public string? PausedDetail { get; set; }

    public DateTime? RemovedAtUtc { get; set; }

    public long Version { get; set; }
}
