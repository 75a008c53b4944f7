using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;

namespace IspPortal.Tests.Inventory;

public sealed class JudgingMovesTests
{
    private static readonly Guid Own = Guid.Parse("019b0000-0000-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("019b0000-0000-7000-8000-000000000002");
    private static readonly DateTime Start = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_technician_reaches_warehouses_customers_faulty_returns_and_the_own_van()
    {
        var warehouse = DeviceSpot.InWarehouse(Other);

        Assert.Null(DeviceMoves.Refuse(warehouse, DeviceSpot.InVan(Own), Own, mayWrite: false));
        Assert.Null(DeviceMoves.Refuse(DeviceSpot.InVan(Own), DeviceSpot.AtCustomer(Other), Own, mayWrite: false));
        Assert.Null(DeviceMoves.Refuse(DeviceSpot.AtCustomer(Other), DeviceSpot.Faulty, Own, mayWrite: false));
        Assert.Equal(InventoryErrors.OthersVan, DeviceMoves.Refuse(DeviceSpot.InVan(Other), warehouse, Own, mayWrite: false));
        Assert.Equal(InventoryErrors.OthersVan, DeviceMoves.Refuse(warehouse, DeviceSpot.InVan(Other), Own, mayWrite: false));
        Assert.Equal(InventoryErrors.RetiringNeedsWrite, DeviceMoves.Refuse(DeviceSpot.Faulty, DeviceSpot.Gone, Own, mayWrite: false));
        Assert.Equal(InventoryErrors.RetiringNeedsWrite, DeviceMoves.Refuse(DeviceSpot.Gone, warehouse, Own, mayWrite: false));
        Assert.Equal(InventoryErrors.SamePlace, DeviceMoves.Refuse(warehouse, warehouse, Own, mayWrite: true));
    }

    [Fact]
    public void The_desk_reaches_everything()
    {
        Assert.Null(DeviceMoves.Refuse(DeviceSpot.InVan(Other), DeviceSpot.Gone, Own, mayWrite: true));
        Assert.True(DeviceMoves.IsAvailable(DeviceSpot.InVan(Other), Own, mayWrite: true));
    }

    [Fact]
    public void Only_what_is_in_stock_may_go_in()
    {
        Assert.True(DeviceMoves.IsAvailable(DeviceSpot.InWarehouse(Other), Own, mayWrite: false));
        Assert.True(DeviceMoves.IsAvailable(DeviceSpot.InVan(Own), Own, mayWrite: false));
        Assert.All(new[] { DeviceSpot.InVan(Other), DeviceSpot.AtCustomer(Other), DeviceSpot.Faulty, DeviceSpot.Gone }, spot => Assert.False(DeviceMoves.IsAvailable(spot, Own, mayWrite: false)));
    }

    [Fact]
    public void A_place_without_what_belongs_to_it_is_no_place()
    {
        Assert.Equal(["warehouseId"], DeviceMoves.Judge(new DeviceSpot(DevicePlace.Warehouse)).Select(f => f.Field));
        Assert.Equal(["holderId"], DeviceMoves.Judge(new DeviceSpot(DevicePlace.Van)).Select(f => f.Field));
        Assert.Equal(["customerId"], DeviceMoves.Judge(new DeviceSpot(DevicePlace.Customer)).Select(f => f.Field));
        Assert.Equal(["place"], DeviceMoves.Judge(new DeviceSpot((DevicePlace)9)).Select(f => f.Field));
        Assert.Equal(DeviceSpot.InWarehouse(Own), new DeviceSpot(DevicePlace.Warehouse, Own, Other, Other, Other).Tidied());
    }

    [Fact]
    public void A_count_holds_nothing_against_what_moved_meanwhile()
    {
        var outcomes = StockCountComparison.Compare(
            Start,
            [
                new("MATCHED", true, Start.AddDays(-1)),
                new("MISSING", true, Start.AddDays(-1)),
                new("ARRIVED", true, Start.AddMinutes(5)),
                new("MISPLACED", false, Start.AddDays(-1)),
                new("WENT-OUT", false, Start.AddMinutes(30)),
            ],
            new Dictionary<string, DateTime>(StringComparer.Ordinal)
            {
                ["MATCHED"] = Start.AddMinutes(10),
                ["MISPLACED"] = Start.AddMinutes(10),
                ["WENT-OUT"] = Start.AddMinutes(10),
                ["STRANGER"] = Start.AddMinutes(10),
            });

        Assert.Equal(
            [
                ("ARRIVED", StockCountOutcome.MovedMeanwhile),
                ("MATCHED", StockCountOutcome.Matched),
                ("MISPLACED", StockCountOutcome.Misplaced),
                ("MISSING", StockCountOutcome.Missing),
                ("STRANGER", StockCountOutcome.Unknown),
                ("WENT-OUT", StockCountOutcome.MovedMeanwhile),
            ],
            outcomes.Select(pair => (pair.Key, pair.Value)));
    }
}
