using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Isolir;

/// <summary>
/// The isolir kit of a router: what leads isolated customers to the pay page and keeps everything else from them. Nobody is isolated on a router whose check is
/// not good. Looking needs <see cref="NetworkPermissions.RoutersRead"/>, installing and checking <see cref="NetworkPermissions.RoutersApply"/>.
/// </summary>
public interface IIsolirKit
{
    /// <summary>The last check; null when there was none yet.</summary>
    Task<Result<IsolirReport?>> GetAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>Reads the router and stores the plan that installs or mends the kit; gives its id. Writes nothing to the router.</summary>
    Task<Result<Guid>> PlanInstallAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>
    /// Checks every part, then lets the test account dial anew and looks at the rules' own counters. The report is stored and isolir on this router is allowed or
    /// forbidden by it. An error means that the router could not be asked or not be written to: then nothing is changed.
    /// </summary>
    Task<Result<IsolirReport>> CheckAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>Checks the routers that the night's check still owes a look, or all that have a kit.</summary>
    Task<Result<IsolirRound>> CheckDueAsync(bool all, CancellationToken cancellationToken);
}
