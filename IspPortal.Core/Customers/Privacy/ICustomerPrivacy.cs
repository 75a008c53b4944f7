using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Privacy;

/// <summary>The rights of the persons whose data are held (UU 27/2022 on personal data). Needs <see cref="CustomersPermissions.CustomersErase"/>; in the audit.</summary>
public interface ICustomerPrivacy
{
    /// <summary>Everything that any feature holds about the customer; of former owners only the days on which they ceased to be it.</summary>
    Task<Result<PersonExport>> ExportAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the customer, its contacts, notes, former owners and ended lines (user names and places too) nameless for good; numbers, dates, accounts and what the law makes us
    /// keep stay. The reason is required; <see cref="CustomersErrors.StillServed"/> while a line has not ended, also one that only waits to be installed.
    /// </summary>
    Task<Result> EraseAsync(Guid customerId, string reason, CancellationToken cancellationToken);

    /// <summary>Everything that is held about a former owner of the customer; <see cref="CustomersErrors.FormerOwnerNotFound"/>.</summary>
    Task<Result<PersonExport>> ExportFormerOwnerAsync(Guid customerId, Guid formerOwnerId, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a former owner nameless for good, with papers, notes and reasons of that time; the day of the transfer stays, and so does the customer. The reason is required;
    /// <see cref="CustomersErrors.FormerOwnerNotFound"/>, and <see cref="CustomersErrors.Erased"/> the second time.
    /// </summary>
    Task<Result> EraseFormerOwnerAsync(Guid customerId, Guid formerOwnerId, string reason, CancellationToken cancellationToken);
}
