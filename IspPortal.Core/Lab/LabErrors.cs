using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Lab;

/// <summary>Why an action on the lab can fail.</summary>
public static class LabErrors
{
    /// <summary><c>lab.not_running</c>: this process runs no emulated routers (the lab is off, or runs in its own process).</summary>
    public static Error NotRunning { get; } = new("lab.not_running", ErrorKind.Conflict);

    /// <summary><c>lab.router_not_found</c>: no emulated router has this name.</summary>
    public static Error RouterNotFound(string name) => new("lab.router_not_found", ErrorKind.NotFound, name);

    /// <summary><c>lab.user_not_online</c>: the user has no live session or line on that router.</summary>
    public static Error UserNotOnline(string username) => new("lab.user_not_online", ErrorKind.NotFound, username);

    /// <summary><c>lab.no_such_plant</c>: no node or cable of the plant has this name.</summary>
    public static Error NoSuchPlant(string name) => new("lab.no_such_plant", ErrorKind.NotFound, name);

    /// <summary><c>lab.no_such_cut</c>: nothing of this name is cut.</summary>
    public static Error NoSuchCut(string name) => new("lab.no_such_cut", ErrorKind.NotFound, name);

    /// <summary><c>lab.edit_refused</c>: the router did not take the change; its own words.</summary>
    public static Error EditRefused(string words) => new("lab.edit_refused", ErrorKind.Conflict) { Detail = words };
}
