using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>Tests the hosts of <c>/tool/netwatch</c> at their intervals.</summary>
internal static class Netwatch
{
    public const string Path = "/tool/netwatch";

    public static void Look(RouterWorld world, long nowTicks)
    {
        var menu = world.Menu(Path);
        foreach (var row in menu.Items.Where(row => menu.Get(row, "disabled") != "true"))
        {
            var state = row.Behind as State;
            var interval = (RosValue.ParseDuration(menu.Get(row, "interval") ?? "") ?? TimeSpan.FromSeconds(10)).Ticks;
            if (state is not null && nowTicks - state.TestedAtTicks < interval)
            {
                continue;
            }

            var isUp = Reach.Microseconds(world, menu.Get(row, "host") ?? "") is not null;
            if (state?.IsUp != isUp)
            {
                row.Behind = state = new(isUp, nowTicks, state?.Done ?? 0, state?.Failed ?? 0);
                world.Log.Write("netwatch,info", $"event {(isUp ? "up" : "down")} [ type: {menu.Get(row, "type") ?? "simple"}, host: {menu.Get(row, "host")} ]");
            }

            state.Count(nowTicks, isUp);
        }
    }

    /// <summary>The router just started, or the host changed: nothing is known.</summary>
    public static void Forget(RouterWorld world) => world.Menu(Path).Items.ForEach(row => row.Behind = null);

    /// <summary><c>up</c>, <c>down</c>, or <c>unknown</c> before the first test.</summary>
    public static string StatusOf(ConfigRow row) => row.Behind is State state ? state.IsUp ? "up" : "down" : "unknown";

    /// <summary>Since when it is so (UTC ticks); null before the first test.</summary>
    public static long? SinceOf(ConfigRow row) => (row.Behind as State)?.SinceTicks;

    public static (long Done, long Failed) TestsOf(ConfigRow row) => row.Behind is State state ? (state.Done, state.Failed) : (0, 0);

    private sealed class State(bool isUp, long sinceTicks, long done, long failed)
    {
        public bool IsUp { get; } = isUp;

        public long SinceTicks { get; } = sinceTicks;

        public long TestedAtTicks { get; private set; }

        public long Done { get; private set; } = done;

        public long Failed { get; private set; } = failed;

        public void Count(long nowTicks, bool succeeded)
        {
            TestedAtTicks = nowTicks;
            Done++;
            Failed += succeeded ? 0 : 1;
        }
    }
}
