using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Pairs;

/// <summary>What a line should be on one of its routers, from what it should be at all.</summary>
public static class TwinRule
{
    /// <summary>
    /// A former place → absent; the partner in a standby pair → disabled while the line works elsewhere; else as the line itself. A static line has no login
    /// that could be refused, and blocking its address on the partner would also stop what only passes through: it is the same on both.
    /// </summary>
    /// <param name="wanted">What the line should be.</param>
    /// <param name="service">How it is served.</param>
    /// <param name="role">What the router is to the line.</param>
    /// <param name="mode">The mode of the pair; null when the two routers are no pair.</param>
    public static AccessState StateOf(AccessState wanted, AccessService service, PlacementRole role, PairMode? mode) =>
        role == PlacementRole.Former ? AccessState.Absent
        : IsStandby(wanted, service, role, mode) ? AccessState.Disabled
        : wanted;

    /// <summary>Whether the line is disabled there only because its partner serves it.</summary>
    public static bool IsStandby(AccessState wanted, AccessService service, PlacementRole role, PairMode? mode) =>
        role == PlacementRole.Twin && mode == PairMode.Standby && service != AccessService.Static && wanted is (AccessState.Active or AccessState.Throttled or AccessState.Isolated);

    /// <summary>Where a line belongs after it was moved between the routers of a pair: null when it is served where it belongs.</summary>
    /// <param name="home">Where it belonged before; null: at <paramref name="from"/>.</param>
    /// <param name="from">The router that served it.</param>
    /// <param name="to">The router that serves it now.</param>
    public static Guid? HomeAfterMove(Guid? home, Guid from, Guid to) => (home ?? from) == to ? null : home ?? from;
}
