using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Lab;

/// <summary>
/// The switches of the lab's emulated routers. Actions fail with <see cref="LabErrors.NotRunning"/> when this process runs no routers and with
/// <see cref="LabErrors.RouterNotFound(string)"/> for an unknown name.
/// </summary>
public interface ILabControl
{
    /// <summary>True when this process runs emulated routers.</summary>
    bool IsRunning { get; }

    /// <summary>All emulated routers, by name; empty when none run here.</summary>
    IReadOnlyList<LabRouterStatus> Routers();

    /// <summary>Throws a fault; one of the same kind that is already on is replaced.</summary>
    Task<Result> ThrowAsync(string routerName, LabFault fault, CancellationToken cancellationToken = default);

    /// <summary>Clears every fault of the router; its ports open again if a fault had closed them.</summary>
    Task<Result> ClearAsync(string routerName, CancellationToken cancellationToken = default);

    /// <summary>Takes the power away: open connections fall silent, new ones time out.</summary>
    Task<Result> PowerOffAsync(string routerName, CancellationToken cancellationToken = default);

    /// <summary>Gives the power back: after the boot time the router answers, with zero uptime, and its sessions redial.</summary>
    Task<Result> PowerOnAsync(string routerName, CancellationToken cancellationToken = default);

    /// <summary>Ends every session of the router and answers how many; the modems redial after 5 to 60 s, 2 of 100 do not.</summary>
    Task<Result<int>> KickAllAsync(string routerName, CancellationToken cancellationToken = default);

    /// <summary>Cuts every access line of every router for a moment: all sessions turn into ghosts and all modems redial at once. Answers how many.</summary>
    Task<Result<int>> ReconnectStormAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Somebody changes the router's configuration in Winbox, behind the portal's back. Refused with <see cref="LabErrors.EditRefused(string)"/> in the router's own words,
    /// and then nothing is changed.
    /// </summary>
    Task<Result> EditAsync(string routerName, LabEdit edit, CancellationToken cancellationToken = default);

    /// <summary>The true rate of a live session or line at an instant (UTC).</summary>
    Result<LabTrueRate> TrueRate(string routerName, string username, DateTime atUtc);
}
