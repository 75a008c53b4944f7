using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Subscriptions;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>What somebody who looks at the map may know of people.</summary>
/// <param name="Actor">Who looks.</param>
internal readonly record struct MapReader(Actor Actor)
{
    /// <summary>Where single lines are, and their user names.</summary>
    public bool SeesLines => Actor.May(SubscriptionsPermissions.SubscriptionsRead) || SeesCustomers;

    /// <summary>Who lives there.</summary>
    public bool SeesCustomers => Actor.May(CustomersPermissions.CustomersRead);

    /// <summary>What address a line holds, and since when.</summary>
    public bool SeesSessions => Actor.May(NetworkPermissions.SessionsRead);

    public string LabelOf(MapLine line) => SeesCustomers && line.CustomerName is { } name ? name : line.Username;
}
