using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>
/// Brings opening balances along at cutover: upload a file, look at what would be booked, book it, and take it back as long as nothing else happened to it. Everything needs
/// <see cref="OpeningPermissions.OpeningBook"/>; a stale version is <c>common.version_conflict</c>.
/// </summary>
public interface IOpeningDesk
{
    /// <summary>
    /// Reads a file and judges every row: a dry run, which posts nothing. The same id twice keeps one import. Errors of <see cref="Common.Tables.TableErrors"/>, <see cref="OpeningErrors.NoHeadings"/>,
    /// <see cref="OpeningErrors.BadCutover"/>, <see cref="OpeningErrors.IdTaken"/>.
    /// </summary>
    Task<Result<Guid>> UploadAsync(Guid importId, OpeningFile file, DateOnly cutoverOn, CancellationToken cancellationToken);

    /// <summary>Judges the rows anew: customers may be there by now.</summary>
    Task<Result> CheckAsync(Guid importId, long version, CancellationToken cancellationToken);

    /// <summary>
    /// Books what the dry run showed, all of it in one transaction or nothing. Twice is once. <see cref="OpeningErrors.NothingToBook"/>, <see cref="OpeningErrors.Changed"/> when other rows would be booked
    /// by now than were looked at.
    /// </summary>
    Task<Result> BookAsync(Guid importId, long version, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a booked import back as a whole: the postings the other way round, invoices withdrawn, periods free. <see cref="OpeningErrors.Used"/> when anything else was posted for one of its accounts since,
    /// <see cref="OpeningErrors.CashGone"/>. Numbers of series do not go back.
    /// </summary>
    Task<Result> UndoAsync(Guid importId, long version, string reason, CancellationToken cancellationToken);

    /// <summary>Throws away an import that was not booked, with its rows.</summary>
    Task<Result> DiscardAsync(Guid importId, CancellationToken cancellationToken);
}
