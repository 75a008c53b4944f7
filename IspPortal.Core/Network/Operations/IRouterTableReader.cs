using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Operations;

/// <summary>Reads a router's tables live. Needs <see cref="NetworkPermissions.RoutersOperate"/>.</summary>
public interface IRouterTableReader
{
    /// <summary>
    /// One page of a table (<see cref="RouterTables"/>); search over every column, sorts by property. A reading serves the following pages for some seconds.
    /// <see cref="OperationErrors.NoSuchTable"/>, <see cref="OperationErrors.MenuAbsent"/> when this router has no such menu,
    /// <see cref="OperationErrors.TooManyRows"/>; a read that failed or was cut is an error, never an empty page.
    /// </summary>
    Task<Result<RouterTablePage>> ReadAsync(Guid routerId, string table, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The next page is read from the router whatever was read before.</summary>
    void Forget();
}
