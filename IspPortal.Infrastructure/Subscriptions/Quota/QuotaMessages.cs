using System.Resources;

namespace IspPortal.Infrastructure.Subscriptions.Quota;

/// <summary>The words of the notices as they come with the portal.</summary>
internal static class QuotaMessages
{
    public static ResourceManager Texts { get; } = new(typeof(QuotaMessages));
}
