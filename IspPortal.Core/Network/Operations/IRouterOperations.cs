using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Operations;

/// <summary>
/// Single changes on a router by hand. Each is audited, asks the guards of writing first (observe mode, an unproved version), and leaves items of the portal alone:
/// those are changed at their line.
/// </summary>
public interface IRouterOperations
{
    /// <summary>The longest reason, in characters.</summary>
    const int LongestReason = 500;

    /// <summary>Ends the live sessions of a line; gives how many. Needs <see cref="NetworkPermissions.SessionsKick"/>. <see cref="OperationErrors.NoSession"/> when there is none.</summary>
    /// <param name="accessId">The line.</param>
    /// <param name="routerId">The router where the session is; null: the line's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<int>> KickAsync(Guid accessId, Guid? routerId, CancellationToken cancellationToken);

    /// <summary>Ends one session of a router's table. Needs <see cref="NetworkPermissions.SessionsKick"/>.</summary>
    Task<Result> KickItemAsync(Guid routerId, RouterItemRequest item, CancellationToken cancellationToken);

    /// <summary>Switches an item on or off. Needs <see cref="NetworkPermissions.RoutersChange"/>; switching off needs a reason. It ends no session.</summary>
    Task<Result> SetEnabledAsync(Guid routerId, RouterItemRequest item, bool enabled, string? reason, CancellationToken cancellationToken);

    /// <summary>Changes the password of an account. Needs <see cref="NetworkPermissions.RoutersChange"/> and a reason. The password is kept nowhere.</summary>
    Task<Result> SetPasswordAsync(Guid routerId, RouterItemRequest item, string password, string reason, CancellationToken cancellationToken);
}
