using IspPortal.Infrastructure.Lab.Menus;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>The router's log in memory: the last 1,000 lines.</summary>
internal sealed class LogBook(RouterWorld world, Menu menu)
{
    private const int MemoryLines = 1_000;

    public void Write(string topics, string message)
    {
        var row = menu.NewItem();
        row.Behind = world.NowTicks;
        menu.Set(row, "topics", topics);
        menu.Set(row, "message", message);
        menu.Insert(row);
        if (menu.Items.Count > MemoryLines)
        {
            menu.Delete(menu.Items[0]);
        }

        menu.Announce(world, row);
    }
}
