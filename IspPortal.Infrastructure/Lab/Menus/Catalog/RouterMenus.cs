using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary>All menus of a router of one version.</summary>
internal static class RouterMenus
{
    public static IEnumerable<Menu> Build(LabVersion version) =>
    [
        .. SystemMenus.Build(version),
        .. InterfaceMenus.Build(version),
        .. PppMenus.Build(version),
        .. QueueMenus.Build(version),
        .. IpMenus.Build(version),
        .. FirewallMenus.Build(version),
        .. HotspotMenus.Build(version),
        .. ServiceMenus.Build(version),
        .. WirelessMenus.Build(version),
    ];
}
