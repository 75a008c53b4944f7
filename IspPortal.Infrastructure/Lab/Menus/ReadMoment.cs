using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;

namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>The instant for which a table is read, with the sums that many rows need.</summary>
internal sealed class ReadMoment(RouterWorld world, bool showSensitive = true)
{
    private PortTotals? _totals;

    public RouterWorld World { get; } = world;

    /// <summary>UTC ticks.</summary>
    public long Ticks { get; } = world.NowTicks;

    /// <summary>True when passwords may be shown.</summary>
    public bool ShowSensitive { get; } = showSensitive;

    /// <summary>Bytes of each access port and of the uplink, summed at most once per instant.</summary>
    public PortTotals Totals => _totals ??= World.Access.TotalsAt(Ticks);
}
