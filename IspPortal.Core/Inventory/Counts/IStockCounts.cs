using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Inventory.Counts;

/// <summary>Counts warehouses. Reading needs <see cref="InventoryPermissions.InventoryRead"/>, counting <see cref="InventoryPermissions.InventoryWrite"/>.</summary>
public interface IStockCounts
{
    /// <summary>Lists counts, the newest first.</summary>
    Task<Result<Page<StockCountRow>>> ListAsync(Guid? warehouseId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One count, its figures as of now while it is open; <see cref="InventoryErrors.CountNotFound"/>.</summary>
    Task<Result<StockCountRow>> GetAsync(Guid countId, CancellationToken cancellationToken);

    /// <summary>What it says about each serial number, differences first.</summary>
    Task<Result<Page<StockCountLineRow>>> ListLinesAsync(Guid countId, StockCountOutcome? outcome, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Begins one; <see cref="InventoryErrors.CountOpen"/> when one of the warehouse is under way.</summary>
    Task<Result<Guid>> StartAsync(Guid warehouseId, CancellationToken cancellationToken);

    /// <summary>Adds what was found: all lines or none, each a serial number. What was found already is left as it is. Gives how many are new.</summary>
    Task<Result<int>> FindAsync(Guid countId, IReadOnlyList<string> lines, CancellationToken cancellationToken);

    /// <summary>Takes back what was found by mistake; one that was not found changes nothing.</summary>
    Task<Result> UnfindAsync(Guid countId, string serial, CancellationToken cancellationToken);

    /// <summary>Closes it: what is missing is retired, what was found elsewhere is brought in, each by a movement.</summary>
    Task<Result> CloseAsync(Guid countId, long version, CancellationToken cancellationToken);

    /// <summary>Gives it up: nothing is corrected.</summary>
    Task<Result> CancelAsync(Guid countId, long version, CancellationToken cancellationToken);
}
