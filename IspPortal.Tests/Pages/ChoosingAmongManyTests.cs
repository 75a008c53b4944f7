using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Core.Subscriptions;
using IspPortal.Web.Features.Inventory.Pages;
using IspPortal.Web.Features.Inventory.Parts;
using Microsoft.AspNetCore.Components;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>Forms of the inventory offer every model, warehouse and customer, however many there are.</summary>
public sealed class ChoosingAmongManyTests : PageScene
{
    private const int Many = 130;

    private readonly Mock<IInventoryCatalog> _catalog;
    private readonly Mock<IDeviceDesk> _desk;
    private readonly Mock<IDeviceDirectory> _devices;
    private readonly Mock<IStockCounts> _counts;

    public ChoosingAmongManyTests()
    {
        Allow(InventoryPermissions.InventoryRead, InventoryPermissions.InventoryWrite);
        (_catalog, _desk, _devices, _counts) = (Stub<IInventoryCatalog>(), Stub<IDeviceDesk>(), Stub<IDeviceDirectory>(), Stub<IStockCounts>());
        Stub<ISubscriptionDirectory>();
        Stub<ICustomerDirectory>();
        _catalog.Setup(c => c.ListModelsAsync(null, It.IsAny<bool?>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((DeviceKind? _, bool? _, PageRequest page, CancellationToken _) =>
            Cut(page, n => $"ZTE F{n:000}", n => new DeviceModelRow(Id(1, n), DeviceKind.Ont, "ZTE", $"F{n:000}", false, 0, 0, 1)));
        _catalog.Setup(c => c.ListWarehousesAsync(It.IsAny<bool?>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((bool? _, PageRequest page, CancellationToken _) =>
            Cut(page, n => $"Gudang {n:000}", n => new WarehouseRow(Id(2, n), $"Gudang {n:000}", null, false, 0, 1)));
        _devices.Setup(d => d.ListHoldersAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<HolderRow>>([]));
        _devices.Setup(d => d.ListAsync(It.IsAny<DeviceFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<DeviceRow>>)new Page<DeviceRow>([], 1, 50, 0));
        _counts.Setup(c => c.ListAsync(It.IsAny<Guid?>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<StockCountRow>>)new Page<StockCountRow>([], 1, 50, 0));
    }

    [Fact]
    public void A_device_of_the_last_model_is_received_into_the_last_warehouse()
    {
        var sent = new List<ReceiveDevicesRequest>();
        _desk.Setup(d => d.ReceiveAsync(Capture.In(sent), It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<ReceivedDevice>>)InventoryErrors.ModelRetired);
        var page = Open<ReceivePage>();

        // The first is chosen until somebody chooses another.
        Assert.Equal(Id(1, 1).ToString(), Chosen(page, "Model"));
        Pick(page, "receive-model", "F130", Id(1, 130));
        Pick(page, "receive-warehouse", "130", Id(2, 130));
        page.Find("form").Submit();

        Assert.Equal((Id(1, 130), DeviceSpot.InWarehouse(Id(2, 130))), (Assert.Single(sent).ModelId, sent[0].To));
        _catalog.Verify(c => c.ListModelsAsync(null, false, It.Is<PageRequest>(p => p.Search == "F130"), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void A_device_gets_the_last_model()
    {
        var sent = new List<ChangeDeviceRequest>();
        _desk.Setup(d => d.ChangeAsync(It.IsAny<Guid>(), It.IsAny<long>(), Capture.In(sent), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var device = new DeviceRow(Id(3, 1), "SERIAL-1", null, Id(1, 5), DeviceKind.Ont, "ZTE", "F005", DeviceOwner.Provider, new DeviceSpotRow(DevicePlace.Warehouse), null, DateTime.UnixEpoch, 1);
        var dialog = Open<DeviceDialog>(parameters => parameters.Add(d => d.Device, device));

        Pick(dialog, "device-model", "f130", Id(1, 130));
        dialog.Find("form").Submit();

        Assert.Equal(Id(1, 130), Assert.Single(sent).ModelId);
    }

    [Fact]
    public void The_last_warehouse_is_counted_and_every_filter_has_it()
    {
        var counts = Open<CountsPage>();
        Pick(counts, "count-warehouse", "130", Id(2, 130));
        counts.Find("form").Submit();
        _counts.Verify(c => c.StartAsync(Id(2, 130), It.IsAny<CancellationToken>()));
        Assert.Contains(counts.FindAll(".chip-select option"), option => option.TextContent == "Gudang 130");

        var list = Open<InventoryPage>();
        list.WaitForAssertion(() => Assert.Equal(["ZTE F130", "Gudang 130"], list.FindAll(".chip-select option").Select(option => option.TextContent).Where(text => text.EndsWith("130", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_is_typed_last_is_what_is_shown()
    {
        var slow = new TaskCompletionSource<Result<Page<DeviceModelRow>>>();
        var asked = new TaskCompletionSource();
        _catalog.Setup(c => c.ListModelsAsync(null, false, It.Is<PageRequest>(p => p.Search == "F12"), It.IsAny<CancellationToken>())).Callback(asked.SetResult).Returns(slow.Task);
        var page = Open<ReceivePage>();
        page.Find("#receive-model").Click();
        Assert.Contains("122 more", page.Markup, StringComparison.Ordinal);

        Type(page, "receive-model", "F12");
        // Nothing is drawn while the answer is on its way: there is no render to wait for.
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Xunit.TestContext.Current.CancellationToken);
        // Who asked may not have let go of the page yet: typing would wait for it, and the clock would not wait for the typing.
        await page.InvokeAsync(() => { });
        Type(page, "receive-model", "F130");
        page.WaitForAssertion(() => Assert.Equal([Id(1, 130).ToString()], Offered(page)));
        slow.SetResult(new Page<DeviceModelRow>([], 1, 8, 0));
        await page.InvokeAsync(() => { });
        Assert.Equal([Id(1, 130).ToString()], Offered(page));
        Type(page, "receive-model", "nothing");

        page.WaitForAssertion(() => Assert.Empty(Offered(page)));
        Assert.Contains("Nothing matches", page.Markup, StringComparison.Ordinal);
    }

    private static Guid Id(int kind, int number) => new($"019a0000-0000-7000-800{kind}-{number:000000000000}");

    private static Result<Page<TRow>> Cut<TRow>(PageRequest page, Func<int, string> name, Func<int, TRow> row)
    {
        var fitting = Enumerable.Range(1, Many).Where(n => page.SearchOrNull is not { } search || name(n).Contains(search, StringComparison.OrdinalIgnoreCase)).ToList();
        return Page<TRow>.Of([.. fitting.Skip(page.Skip).Take(page.Take).Select(row)], page, fitting.Count);
    }

    private static string? Chosen(IRenderedComponent<IComponent> page, string label) =>
        page.FindAll("[data-chosen]").Single(field => field.Children[0].TextContent == label).GetAttribute("data-chosen");

    private static IEnumerable<string?> Offered(IRenderedComponent<IComponent> page) => page.FindAll("[data-pick]").Select(option => option.GetAttribute("data-pick"));

    private void Pick(IRenderedComponent<IComponent> page, string field, string text, Guid wanted)
    {
        page.Find($"#{field}").Click();
        Type(page, field, text);
        page.WaitForElement($"[data-pick='{wanted}']").Click();
        Assert.Equal(wanted.ToString(), page.Find($"[data-chosen]:has(#{field})").GetAttribute("data-chosen"));
    }

    private void Type(IRenderedComponent<IComponent> page, string field, string text)
    {
        page.Find($"#{field}").Input(text);
        Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
