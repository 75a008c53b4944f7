using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>Everything the planner looks at.</summary>
/// <param name="Contents">What the router holds. The menus of every service that the lines and profiles name must have been read.</param>
/// <param name="Accesses">The lines to compare; those that moved away or ended come as absent.</param>
/// <param name="NowUtc">The time of planning.</param>
public sealed record PlannerInput(RouterContents Contents, IReadOnlyList<DesiredAccess> Accesses, DateTime NowUtc)
{
    /// <summary>The profiles to compare.</summary>
    public IReadOnlyList<DesiredProfile> Profiles { get; init; } = [];

    /// <summary>Whether the router's isolir kit was checked and found in order; else nobody is isolated there.</summary>
    public bool IsolirIsReady { get; init; }

    /// <summary>The address list that isolates. Sessions get on it by the isolir profile, static lines by an entry of their own.</summary>
    public string IsolirList { get; init; } = "isolir";

    /// <summary>The address list that cuts a static line off; PPPoE and hotspot accounts are disabled instead.</summary>
    public string BlockedList { get; init; } = "blocked";

    /// <summary>When live sessions feel a change of speed. Isolating, disabling, restoring and removing always end the session at once.</summary>
    public KickPolicy Kicks { get; init; } = KickPolicy.Now;

    /// <summary>How many of the lines the router is known to hold; with a whole reading that finds less than half of them the plan refuses. Null: not known.</summary>
    public int? KnownOwned { get; init; }

    /// <summary>A person has seen that the router lost its accounts and wants them made again.</summary>
    public bool AcceptsMissing { get; init; }
}
