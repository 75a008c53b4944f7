using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Documents;

/// <summary>
/// Adds, judges and removes documents of customers. Adding, changing and removing need <see cref="DocumentPermissions.DocumentsWrite"/>, judging <see cref="DocumentPermissions.DocumentsVerify"/>.
/// A stale version is <c>common.version_conflict</c>.
/// </summary>
public interface ICustomerDocumentDesk
{
    /// <summary>
    /// Keeps a document under an id of the caller's choice: the same id with the same file twice gives the document that is there. The file is on the disk before the row
    /// is: a crash leaves a file that the next sweep takes away, never a row without its file. Errors of <see cref="DocumentErrors"/> at the field <c>file</c>.
    /// </summary>
    Task<Result<Guid>> AddAsync(Guid documentId, AddDocumentRequest request, CancellationToken cancellationToken);

    /// <summary>Changes what it is said to be. Another kind or last day makes it <see cref="DocumentState.Pending"/> again.</summary>
    Task<Result> ChangeAsync(Guid documentId, long version, ChangeDocumentRequest request, CancellationToken cancellationToken);

    /// <summary>Somebody looked at it and it is good.</summary>
    Task<Result> VerifyAsync(Guid documentId, long version, CancellationToken cancellationToken);

    /// <summary>Somebody looked at it and it is not good; the reason is required.</summary>
    Task<Result> RejectAsync(Guid documentId, long version, string reason, CancellationToken cancellationToken);

    /// <summary>Takes it away with a reason; its file goes for good after <see cref="DocumentSettings.KeepRemovedDays"/>.</summary>
    Task<Result> RemoveAsync(Guid documentId, string reason, CancellationToken cancellationToken);

    /// <summary>Brings a removed document back while its file is there.</summary>
    Task<Result> RestoreAsync(Guid documentId, CancellationToken cancellationToken);
}
