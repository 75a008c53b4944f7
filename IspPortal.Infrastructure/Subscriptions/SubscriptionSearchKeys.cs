namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>The parts of the search that subscriptions keep.</summary>
internal static class SubscriptionSearchKeys
{
    public static string PartOf(Guid subscriptionId) => $"subscription:{subscriptionId:N}";
}
