using IspPortal.Infrastructure.Lab.Sample;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// Which lines of the sample ISP the portal keeps. It has kept the first routers of a small profile for years, and their items carry its mark; the last one came with a network that was bought
/// lately and is not taken over yet: somebody has to import it.
/// </summary>
internal static class LabSubscriptions
{
    /// <summary>Whether the portal keeps the lines of that router.</summary>
    public static bool IsKept(SampleIsp sample, int routerIndex) => sample.Routers.Count * sample.Profile.SubscribersPerRouter <= LabRoutersStep.MostLines && routerIndex < sample.Routers.Count - 1;

    /// <summary>The fixed id of the subscription of the line of this index.</summary>
    public static Guid SubscriptionId(int index) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0x12, (byte)(index >> 24), (byte)(index >> 16), (byte)(index >> 8), (byte)index]);

    /// <summary>The lines of customers who owe, by index.</summary>
    public static IReadOnlySet<int> Owing(SampleIsp sample) => LabCustomers.Group(sample.Subscribers).Index()
        .Where(group => LabCustomers.Owes(group.Item, group.Index)).SelectMany(group => group.Item.Select(line => line.Index)).ToHashSet();
}
