using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Access;

/// <summary>Changes what owned lines should be; plans bring it to routers. Needs <see cref="NetworkPermissions.AccessesWrite"/>; every change is audited.</summary>
public interface IAccessEditor
{
    /// <summary>Takes a new line into the portal's care; gives its id. On a router of a pair it is also put on the partner, unless the request says not to. <see cref="NetworkErrors.UsernameTaken"/> when the username is reserved.</summary>
    Task<Result<Guid>> AddAsync(SaveAccessRequest request, CancellationToken cancellationToken);

    /// <summary>Changes a line. Another router makes the old one *former*: it is cleaned once the new one has the line.</summary>
    Task<Result> UpdateAsync(Guid accessId, long version, SaveAccessRequest request, CancellationToken cancellationToken);

    /// <summary>Sets and lifts holds; with a reason.</summary>
    Task<Result> ChangeHoldsAsync(Guid accessId, AccessHolds set, AccessHolds lift, string reason, CancellationToken cancellationToken);

    /// <summary>Sets a new password; null makes it unknown.</summary>
    Task<Result> SetPasswordAsync(Guid accessId, string? password, CancellationToken cancellationToken);

    /// <summary>Ends a line: it is disabled now and removed after <paramref name="keepFor"/>. The username stays reserved.</summary>
    Task<Result> TerminateAsync(Guid accessId, TimeSpan keepFor, string reason, CancellationToken cancellationToken);
}
