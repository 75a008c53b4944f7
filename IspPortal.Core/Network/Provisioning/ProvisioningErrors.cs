using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>Expected failures of planning and applying.</summary>
public static class ProvisioningErrors
{
    /// <summary>No such plan.</summary>
    public static Error PlanNotFound { get; } = new("provisioning.plan_not_found", ErrorKind.NotFound);

    /// <summary>The router holds far fewer of the portal's items ({0} of {1}) than it is known to: the reading is not believed.</summary>
    public static Error ReadingDoubtful(int found, int known) => new("provisioning.reading_doubtful", ErrorKind.Conflict, found, known);

    /// <summary>What one asks for does not fit the state of the plan ({0}).</summary>
    public static Error WrongState(string state) => new("provisioning.wrong_state", ErrorKind.Conflict, state);

    /// <summary>Nothing to do: the router is as it should be.</summary>
    public static Error NothingToDo { get; } = new("provisioning.nothing_to_do", ErrorKind.Conflict);

    /// <summary>Another plan is being applied on this router; it has to end first.</summary>
    public static Error RouterBusy { get; } = new("provisioning.router_busy", ErrorKind.Conflict);

    /// <summary>The portal or this router is in observe mode: nothing is written.</summary>
    public static Error ObserveMode { get; } = new("provisioning.observe_mode", ErrorKind.Conflict);

    /// <summary>The router's version changed and its commands were not probed yet.</summary>
    public static Error CanaryNotPassed(string? version) => new("provisioning.canary_not_passed", ErrorKind.Conflict, version);

    /// <summary>The router's isolir kit is not proven: nobody is isolated there.</summary>
    public static Error IsolirNotReady { get; } = new("provisioning.isolir_not_ready", ErrorKind.Conflict);

    /// <summary>The item was changed by somebody since the plan was made.</summary>
    public static Error ItemChanged(string menu, string key) => new("provisioning.item_changed", ErrorKind.Conflict, menu, key);

    /// <summary>The item is gone.</summary>
    public static Error ItemMissing(string menu, string key) => new("provisioning.item_missing", ErrorKind.NotFound, menu, key);

    /// <summary>An item of that name is there and is not the portal's.</summary>
    public static Error ItemForeign(string menu, string key) => new("provisioning.item_foreign", ErrorKind.Conflict, menu, key);
}
