using System.Resources;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>The words of reminders as they come with the portal.</summary>
internal static class DunningMessages
{
    public static ResourceManager Texts { get; } = new(typeof(DunningMessages));
}
