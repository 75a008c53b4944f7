namespace IspPortal.Core.Mapping.Plant;

/// <summary>Follows radio links towards the core of the network.</summary>
internal static class RadioChain
{
    /// <summary>The links between the core of the network and a site, the nearest to the core first. A circle of links ends where it closes.</summary>
    /// <param name="linksTo">The links by their far side.</param>
    /// <param name="siteId">The site.</param>
    public static IReadOnlyList<RadioLink> Above(ILookup<Guid, RadioLink> linksTo, Guid? siteId)
    {
        var found = new List<RadioLink>();
        var seen = new HashSet<Guid>();
        while (siteId is { } at && seen.Add(at) && linksTo[at].MinBy(l => l.NameKey, StringComparer.Ordinal) is { } link)
        {
            found.Add(link);
            siteId = link.FromNodeId;
        }

        found.Reverse();
        return found;
    }

    /// <summary>Whether a link would feed what feeds it.</summary>
    public static bool ClosesCircle(ILookup<Guid, RadioLink> linksTo, Guid linkId, Guid fromNodeId, Guid toNodeId) => Above(linksTo, fromNodeId).Any(l => l.Id != linkId && l.FromNodeId == toNodeId);
}
