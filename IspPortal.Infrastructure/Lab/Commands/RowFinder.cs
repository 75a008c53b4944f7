using System.Globalization;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>Finds a row by <c>*1F</c> or, where the menu has names, by name.</summary>
internal static class RowFinder
{
    public static Row? Find(RouterWorld world, Menu menu, string id)
    {
        if (id.StartsWith('*'))
        {
            if (!uint.TryParse(id.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            return menu.ById(number) ?? (Row?)SessionIn(world, menu, number);
        }

        if (menu.ByName(id) is { } named)
        {
            return named;
        }

        return menu.Sessions is null || menu.Path == "/ip/firewall/address-list" ? null
            : menu.Sessions(world).FirstOrDefault(s => menu.Shows(s) && (menu.Path is "/ppp/active" or "/ip/hotspot/active" ? s.User : s.Name) == id);
    }

    private static Sessions.AccessSession? SessionIn(RouterWorld world, Menu menu, uint id) =>
        menu.Sessions is not null && world.Access.ById(id) is { } session && menu.Shows(session) && menu.Sessions(world).Contains(session) ? session : null;
}
