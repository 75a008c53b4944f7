namespace IspPortal.Core.Messaging.Senders;

/// <summary>A sender to keep.</summary>
/// <param name="Name">Unique, up to 100 characters. Rooms and endpoints are addressed by it.</param>
/// <param name="Type">By whom; cannot be changed later.</param>
/// <param name="Server">Where it answers; null: where the provider usually is.</param>
/// <param name="Port">Of a mail server; null: 587. 465 is refused: implicit TLS is not supported.</param>
/// <param name="From">The address that mail comes from.</param>
/// <param name="Account">The user name, user key or number's id.</param>
/// <param name="Secret">Password, token or the address of a room's webhook; null: as it is.</param>
/// <param name="SigningSecret">What signs; null: as it is.</param>
/// <param name="CallbackSecret">What the provider must say when it calls back; null: as it is.</param>
/// <param name="PerHour">Its pace, 1–360,000 messages an hour.</param>
/// <param name="DailyCap">At most so many a day, or null.</param>
/// <param name="WarmUpFrom">So many on its first day, or null: no warm-up.</param>
/// <param name="WarmUpPercent">By how much each day allows more than the one before, 1–400.</param>
/// <param name="IsEnabled">Whether it sends.</param>
public sealed record SaveSenderRequest(
    string Name,
    MessageSenderType Type,
    string? Server = null,
    int? Port = null,
    string? From = null,
    string? Account = null,
    string? Secret = null,
    string? SigningSecret = null,
    string? CallbackSecret = null,
    int PerHour = 200,
    int? DailyCap = null,
    int? WarmUpFrom = null,
    int WarmUpPercent = 30,
    bool IsEnabled = true);
