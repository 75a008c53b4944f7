using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Imports;

/// <summary>
/// Brings customers in from a file: upload, say what the columns are, look at what would be made, import in the background. Everything needs
/// <see cref="CustomersPermissions.CustomersImport"/>; a stale version is <c>common.version_conflict</c>.
/// </summary>
public interface ICustomerImportDesk
{
    /// <summary>Reads a file and keeps its rows encrypted. The same id twice keeps one import. Errors of <see cref="Common.Tables.TableErrors"/> at the field <c>file</c>.</summary>
    Task<Result<Guid>> UploadAsync(Guid importId, CustomerImportFile file, CancellationToken cancellationToken);

    /// <summary>Says what the columns are and judges every row by the rules of the customer's form. Makes nobody. Broken entries are <c>common.invalid</c> at the field's name.</summary>
    Task<Result> CheckAsync(Guid importId, long version, CustomerImportMapping mapping, CancellationToken cancellationToken);

    /// <summary>Chooses or leaves out possible doubles; gives how many changed. Rows of another verdict stay as they are.</summary>
    Task<Result<int>> ChooseAsync(Guid importId, CustomerImportLineFilter filter, bool chosen, CancellationToken cancellationToken);

    /// <summary>Begins to make the chosen customers in the background, or goes on after a stop; <see cref="CustomerImportErrors.NothingToImport"/>.</summary>
    Task<Result> StartAsync(Guid importId, long version, CancellationToken cancellationToken);

    /// <summary>Stops after the batch under way; what was made stays.</summary>
    Task<Result> StopAsync(Guid importId, CancellationToken cancellationToken);

    /// <summary>Throws away what is held of an import that is not running: the file's rows and what was found about them. Customers that were made stay.</summary>
    Task<Result> DiscardAsync(Guid importId, CancellationToken cancellationToken);
}
