namespace IspPortal.Core.Billing.Dunning;

/// <summary>What one may be allowed to do about late payers.</summary>
public static class DunningPermissions
{
    /// <summary>See who is late, and isolir runs.</summary>
    public const string DunningRead = "dunning.read";

    /// <summary>Note promises and instalments, except accounts from isolir, restore them, waive fees.</summary>
    public const string DunningManage = "dunning.manage";

    /// <summary>Prepare isolir runs, let them run, undo them.</summary>
    public const string IsolirRun = "isolir.run";

    /// <summary>The same with runs that end lines.</summary>
    public const string TerminationRun = "termination.run";

    /// <summary>Let a run go that is beyond its limits.</summary>
    public const string IsolirOverride = "isolir.override";
}
