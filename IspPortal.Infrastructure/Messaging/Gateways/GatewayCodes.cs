namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>Stable codes of what providers say; each has a sentence.</summary>
internal static class GatewayCodes
{
    public const string NotReached = "messages.not_reached";
    public const string TimedOut = "messages.timed_out";
    public const string Forbidden = "messages.address_forbidden";
    public const string TooFast = "messages.too_fast";
    public const string ProviderFailed = "messages.provider_failed";
    public const string Unreadable = "messages.answer_unreadable";
    public const string Refused = "messages.refused";
    public const string BadAddress = "messages.address_refused";
    public const string BadCredentials = "messages.credentials_refused";
    public const string QuotaEmpty = "messages.quota_empty";
    public const string Banned = "messages.banned";
    public const string ManyRefused = "messages.many_refused";
    public const string Disconnected = "messages.device_disconnected";
    public const string NoCloudTemplate = "messages.no_cloud_template";
    public const string ByHand = "messages.paused_by_hand";
    public const string UnknownEvent = "messages.unknown_event";
    public const string Interrupted = "messages.interrupted";
}
