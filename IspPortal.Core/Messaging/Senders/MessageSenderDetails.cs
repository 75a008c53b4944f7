namespace IspPortal.Core.Messaging.Senders;

/// <summary>A sender as its form shows it. Secrets are never shown again, only whether there is one.</summary>
/// <param name="Row">As the list shows it.</param>
/// <param name="Server">Where it answers.</param>
/// <param name="Port">Of a mail server.</param>
/// <param name="From">The address that mail comes from.</param>
/// <param name="Account">The user name, user key or number's id.</param>
/// <param name="HasSecret">Whether a password or token is kept.</param>
/// <param name="HasSigningSecret">Whether a signing secret is kept.</param>
/// <param name="HasCallbackSecret">Whether the word of the provider's calls is kept.</param>
/// <param name="DailyCap">At most so many a day.</param>
/// <param name="WarmUpFrom">So many on the first day.</param>
/// <param name="WarmUpPercent">Each day so many per cent more.</param>
/// <param name="WarmUpSinceOn">The first day.</param>
/// <param name="IsEnabled">Whether it is switched on.</param>
/// <param name="CallbackPath">Where its provider reports to, relative to the root; null: it reports nothing.</param>
/// <param name="Version">For changing it.</param>
public sealed record MessageSenderDetails(
    MessageSenderRow Row,
    string? Server,
    int? Port,
    string? From,
    string? Account,
    bool HasSecret,
    bool HasSigningSecret,
    bool HasCallbackSecret,
    int? DailyCap,
    int? WarmUpFrom,
    int WarmUpPercent,
    DateOnly? WarmUpSinceOn,
    bool IsEnabled,
    string? CallbackPath,
    long Version);
