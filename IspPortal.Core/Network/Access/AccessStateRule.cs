namespace IspPortal.Core.Network.Access;

/// <summary>The one function that tells from a line's lifecycle, holds and quota what it should be on its router.</summary>
public static class AccessStateRule
{
    /// <summary>The holds that a payment lifts.</summary>
    public const AccessHolds LiftedByPaying = AccessHolds.Dunning | AccessHolds.Expired;

    private const AccessHolds Isolating = LiftedByPaying | AccessHolds.Quota;

    private const AccessHolds Disabling = AccessHolds.Manual | AccessHolds.Abuse | AccessHolds.Pause;

    /// <summary>Pending or terminated → absent; manual, abuse, pause → disabled; dunning, expired, quota → isolated; over quota → throttled; else active.</summary>
    /// <param name="lifecycle">Where the line stands.</param>
    /// <param name="holds">What holds it back.</param>
    /// <param name="overQuota">Whether its fair-use quota is used up.</param>
    public static AccessState StateOf(AccessLifecycle lifecycle, AccessHolds holds, bool overQuota) =>
        lifecycle is not AccessLifecycle.Live ? AccessState.Absent
        : (holds & Disabling) != AccessHolds.None ? AccessState.Disabled
        : (holds & Isolating) != AccessHolds.None ? AccessState.Isolated
        : overQuota ? AccessState.Throttled
        : AccessState.Active;

    /// <summary>What remains of <paramref name="holds"/> after the debt is paid.</summary>
    public static AccessHolds AfterPaying(AccessHolds holds) => holds & ~LiftedByPaying;
}
