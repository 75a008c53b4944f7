using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Inventory;
using IspPortal.Web.Features.Inventory.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class SwapFormTests : PageScene
{
    private static readonly Guid Budi = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Line = Guid.Parse("019a0000-0000-7000-8000-000000000002");
    private static readonly DeviceRow Old = Row("OLD-1", "C8:3A:35:00:00:01", new DeviceSpotRow(DevicePlace.Customer, CustomerId: Budi, CustomerName: "Budi", SubscriptionId: Line));
    private static readonly DeviceRow Second = Row("OLD-2", null, new DeviceSpotRow(DevicePlace.Customer, CustomerId: Budi, CustomerName: "Budi"));
    private static readonly DeviceRow Fresh = Row("NEW-1", null, new DeviceSpotRow(DevicePlace.Warehouse, WarehouseName: "Gudang <1>"));

    private readonly Mock<IDeviceDirectory> _devices;
    private readonly Mock<IDeviceDesk> _desk;
    private readonly List<SwapDeviceRequest> _sent = [];

    public SwapFormTests()
    {
        Allow(InventoryPermissions.InventoryRead, InventoryPermissions.InventorySwap);
        _devices = Stub<IDeviceDirectory>();
        _desk = Stub<IDeviceDesk>();
        _devices.Setup(d => d.LookAsync(null, Line, It.IsAny<CancellationToken>())).ReturnsAsync(new SwapSituation(Budi, "Budi", "CUST-1", [Old, Second], Line, "SUB-1", "budi", "C8:3A:35:00:00:01"));
        _devices.Setup(d => d.FindAsync("NEW-1", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<DeviceRow?>(Fresh));
        Answer(new SwappedDevices(Fresh.Id, Old.Id, Line, "C8:3A:35:00:00:02"));
    }

    [Fact]
    public void The_device_of_the_line_is_chosen_and_the_new_one_is_told_when_it_is_typed()
    {
        SwappedDevices? done = null;
        var form = OpenForm(swapped => done = swapped);

        Assert.Equal("true", form.Find("[data-old-device=OLD-1]").GetAttribute("data-chosen"));
        Assert.Contains("bound to C8:3A:35:00:00:01", form.Markup, StringComparison.Ordinal);
        Type(form, "#swap-new", "NEW-1");
        Clock.Advance(TimeSpan.FromSeconds(1));
        form.WaitForAssertion(() => Assert.Contains("Gudang <1>", form.Find("[data-found-device=NEW-1]").TextContent, StringComparison.Ordinal));

        // The inventory does not know its MAC address, and the line is bound: the label is asked for.
        Type(form, "#swap-mac", "C83A35000002");
        Type(form, "#swap-reason", "LOS");
        form.Find("form").Submit();

        // What was found may still be drawn on another thread: then what is sent waits its turn.
        form.WaitForAssertion(() => Assert.NotNull(done));
        Assert.Equal(new SwapDeviceRequest(Budi, "NEW-1", "LOS") { SubscriptionId = Line, OldDeviceId = Old.Id, NewMac = "C83A35000002", KeepBinding = false }, Assert.Single(_sent));
        Assert.Equal(Fresh.Id, done!.NewDeviceId);
    }

    [Fact]
    public void What_is_wrong_stands_at_its_field_and_nothing_is_left()
    {
        Answer(CommonErrors.Invalid([new FieldError("newDevice", "common.required"), new FieldError("reason", "common.required"), new FieldError("newMac", "inventory.mac_needed")]));
        SwappedDevices? done = null;
        var form = OpenForm(swapped => done = swapped);

        form.Find("form").Submit();

        Assert.NotEmpty(form.Find("#swap-new-error").TextContent);
        Assert.NotEmpty(form.Find("#swap-reason-error").TextContent);
        Assert.Contains("MAC address on the label", form.Find("#swap-mac-error").TextContent, StringComparison.Ordinal);
        Assert.Null(done);
    }

    [Fact]
    public void Another_device_or_none_may_go_out_and_a_bridge_leaves_the_binding()
    {
        Answer(InventoryErrors.NotAvailable("NEW-1"));
        var form = OpenForm(_ => { });

        form.Find("[data-old-device=OLD-2] input").Change(true);
        form.Find("#swap-keep").Change(true);
        form.Find("form").Submit();
        Assert.Contains("stays bound", form.Markup, StringComparison.Ordinal);
        form.Find("[data-old-device=''] input").Change(true);
        form.Find("form").Submit();

        Assert.Equal([(Second.Id, true), ((Guid?)null, false)], _sent.Select(s => (s.OldDeviceId, s.KeepBinding)));
        Assert.Contains("inventory.not_available", form.Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_another_device_dials_stays_bound_unless_somebody_says_otherwise()
    {
        _devices.Setup(d => d.LookAsync(null, Line, It.IsAny<CancellationToken>())).ReturnsAsync(new SwapSituation(Budi, "Budi", "CUST-1", [Old], Line, "SUB-1", "budi", "C8:3A:35:99:99:99"));
        var form = OpenForm(_ => { });

        form.Find("form").Submit();
        form.Find("#swap-keep").Change(false);
        form.Find("form").Submit();

        Assert.Equal([true, false], _sent.Select(s => s.KeepBinding));
    }

    [Fact]
    public void The_line_is_that_of_the_device_that_goes_out()
    {
        var other = Guid.Parse("019a0000-0000-7000-8000-000000000003");
        var third = Row("OLD-3", "C8:3A:35:00:00:03", new DeviceSpotRow(DevicePlace.Customer, CustomerId: Budi, CustomerName: "Budi", SubscriptionId: other));
        _devices.Setup(d => d.LookAsync(null, Line, It.IsAny<CancellationToken>())).ReturnsAsync(new SwapSituation(Budi, "Budi", "CUST-1", [Old, third], Line, "SUB-1", "budi", "C8:3A:35:00:00:01"));
        _devices.Setup(d => d.LookAsync(null, other, It.IsAny<CancellationToken>())).ReturnsAsync(new SwapSituation(Budi, "Budi", "CUST-1", [third, Old], other, "SUB-2", "budi-2", "C8:3A:35:00:00:03"));
        var form = OpenForm(_ => { });

        form.Find("[data-old-device=OLD-3] input").Change(true);
        Assert.Contains("bound to C8:3A:35:00:00:03", form.Markup, StringComparison.Ordinal);
        form.Find("form").Submit();
        form.Find("[data-old-device=OLD-1] input").Change(true);
        form.Find("form").Submit();

        Assert.Equal([(other, false), (Line, false)], _sent.Select(s => (s.SubscriptionId!.Value, s.KeepBinding!.Value)));
    }

    private static DeviceRow Row(string serial, string? mac, DeviceSpotRow at) =>
        new(Guid.CreateVersion7(), serial, mac, Guid.CreateVersion7(), DeviceKind.Ont, "ZTE", "F609", DeviceOwner.Provider, at, null, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), 1);

    private static void Type(IRenderedComponent<SwapForm> form, string field, string text) => form.Find(field).Input(text);

    private void Answer(Result<SwappedDevices> answer) => _desk.Setup(d => d.SwapAsync(It.IsAny<SwapDeviceRequest>(), It.IsAny<CancellationToken>()))
        .Callback((SwapDeviceRequest request, CancellationToken _) => _sent.Add(request)).ReturnsAsync(answer);

    private IRenderedComponent<SwapForm> OpenForm(Action<SwappedDevices> done) =>
        Open<SwapForm>(parameters => parameters.Add(f => f.SubscriptionId, Line).Add(f => f.OnSwapped, result => done(result.Swapped)));
}
