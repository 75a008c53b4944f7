using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Backups;

/// <summary>
/// Versions of the routers' configuration. Listing needs <see cref="NetworkPermissions.RoutersRead"/>, reading a text and comparing
/// <see cref="NetworkPermissions.RoutersOperate"/>, taking and restoring <see cref="NetworkPermissions.RoutersApply"/>, the binary form
/// <see cref="NetworkPermissions.RoutersWrite"/>: it holds the router's passwords.
/// </summary>
public interface IRouterBackups
{
    /// <summary>The most items of one restore.</summary>
    const int MaxRestored = 500;

    /// <summary>Lists versions, the newest first; search over the author.</summary>
    Task<Result<Page<RouterBackupRow>>> ListAsync(RouterBackupFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One version, or <see cref="BackupErrors.NotFound"/>.</summary>
    Task<Result<RouterBackupRow>> GetAsync(Guid backupId, CancellationToken cancellationToken);

    /// <summary>Its text, without passwords.</summary>
    Task<Result<string>> ReadTextAsync(Guid backupId, CancellationToken cancellationToken);

    /// <summary>Its binary form, as the router made it; <see cref="BackupErrors.NoBinary"/>. The audit says who fetched it.</summary>
    Task<Result<byte[]>> ReadBinaryAsync(Guid backupId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes one now and gives its id. A failure is the error and is listed too; the earlier versions stay. Where the portal may not write
    /// (observe mode) the text comes from prints alone and no binary form is made, since an export leaves a file on the router for a moment.
    /// </summary>
    Task<Result<Guid>> TakeAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>What differs between two versions of one router.</summary>
    Task<Result<BackupComparison>> CompareAsync(Guid fromId, Guid toId, CancellationToken cancellationToken);

    /// <summary>Reads the router and says what of the version it no longer holds, or holds otherwise.</summary>
    Task<Result<RestorePreview>> PreviewRestoreAsync(Guid backupId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the plan that brings these items back as they were and gives its id. Writes nothing to the router. A password is never part of a
    /// backup: an account that is gone comes back only when the portal knows its password. <see cref="BackupErrors.NotOwned"/> for an item that is somebody else's.
    /// </summary>
    Task<Result<Guid>> RestoreAsync(Guid backupId, IReadOnlyCollection<RestoreChoice> items, CancellationToken cancellationToken);
}
