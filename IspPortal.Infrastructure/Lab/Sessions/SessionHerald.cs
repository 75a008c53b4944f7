using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>Tells whoever listens to a menu that a session came or went.</summary>
internal sealed class SessionHerald(RouterWorld world)
{
    public void Announce(AccessSession session, bool isGone)
    {
        foreach (var menu in world.Menus.Values)
        {
            if (menu.Listeners.Count == 0 || menu.Sessions is null || !menu.Shows(session))
            {
                continue;
            }

            if (isGone)
            {
                menu.AnnounceGone(session);
            }
            else
            {
                menu.Announce(world, session);
            }
        }
    }
}
