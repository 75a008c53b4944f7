using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Web.Features.Plant.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>The dialog that puts a drop on another port.</summary>
public sealed class MovingADropTests : PageScene
{
    private static readonly Guid Odp = Guid.Parse("019a0000-0000-7000-8000-0000000000d1");
    private static readonly Guid Other = Guid.Parse("019a0000-0000-7000-8000-0000000000d2");
    private static readonly Guid Drop = Guid.Parse("019a0000-0000-7000-8000-0000000000d3");
    private static readonly PortRow Here = new(Odp, 2, OdpPortState.Used, 1) { Drop = new PortDrop(Drop, "ZTEG00000001", -6.25, 107, 40, [new PortLine(Guid.Empty, "budi.43", null, "Budi Santoso")], 3) };

    private readonly Mock<IPortDesk> _desk;
    private readonly List<MoveDropRequest> _sent = [];

    public MovingADropTests()
    {
        Allow(MappingPermissions.MapRead, MappingPermissions.PortsWrite);
        var catalog = Stub<IPlantCatalog>();
        _desk = Stub<IPortDesk>();
        OdpRow[] odps = [new(Odp, "ODP-1", -6.25, 107, "Bekasi Timur", null, 8, new PortStock(4, 1, 0, 1, 0), 1), new(Other, "ODP-2", -6.26, 107, null, null, 8, new PortStock(8, 0, 0, 0, 0), 1)];
        foreach (var odp in odps)
        {
            catalog.Setup(c => c.GetOdpAsync(odp.Id, It.IsAny<CancellationToken>())).ReturnsAsync((Result<OdpRow>)odp);
        }

        catalog.Setup(c => c.ListOdpsAsync(It.IsAny<OdpFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<OdpRow>>)Page<OdpRow>.Of(odps, new PageRequest(), 2));
        _desk.Setup(d => d.ListAsync(Odp, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<PortRow>>([new(Odp, 1, OdpPortState.Free, 0), Here, new(Odp, 3, OdpPortState.Broken, 1), new(Odp, 4, OdpPortState.Unknown, 1)]));
        _desk.Setup(d => d.ListAsync(Other, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<PortRow>>([new(Other, 1, OdpPortState.Free, 0)]));
        Answer(new ConnectedDrop(Drop, Odp, 2));
    }

    [Fact]
    public void What_it_is_stands_there_and_only_what_is_changed_changes()
    {
        var dialog = Open<MoveDropDialog>(p => p.Add(x => x.Port, Here));
        Assert.Equal(["1 · Free", "2 · here now", "4 · Unknown drop"], dialog.FindAll("#move-port option").Select(o => o.TextContent));

        dialog.Find("#move-metres").Input("52,5");
        dialog.Find("form").Submit();

        Assert.Equal(new MoveDropRequest(Odp, 2, new DropDetails(-6.25, 107, "ZTEG00000001", 52.5)), Assert.Single(_sent));
    }

    [Fact]
    public void Another_ODP_offers_its_ports_and_its_first_free_one()
    {
        var dialog = Open<MoveDropDialog>(p => p.Add(x => x.Port, Here));
        dialog.Find("#move-odp").Click();
        dialog.WaitForElement($"[data-pick='{Other}']").Click();
        dialog.WaitForAssertion(() => Assert.Equal(["The first free one", "1 · Free"], dialog.FindAll("#move-port option").Select(o => o.TextContent)));
        dialog.Find("#move-ont").Input("");
        dialog.Find("form").Submit();

        Assert.Equal((Other, null, ""), (_sent[0].OdpId, _sent[0].Number, _sent[0].Details!.OntSerial));
    }

    [Fact]
    public void What_is_refused_is_told_beside_its_field()
    {
        var dialog = Open<MoveDropDialog>(p => p.Add(x => x.Port, Here));
        dialog.Find("#move-metres").Input("x");
        dialog.Find("form").Submit();
        Assert.NotEmpty(dialog.Find("#move-metres-error").TextContent);
        Assert.Empty(_sent);

        dialog.Find("#move-metres").Input("");
        foreach (var (error, field) in new[] { (MappingErrors.PortTaken(4), "move-port"), (MappingErrors.OntTaken("ZTEG00000001"), "move-ont") })
        {
            Answer(error);
            dialog.Find("form").Submit();
            Assert.NotEmpty(dialog.Find($"#{field}-error").TextContent);
        }

        Answer(MappingErrors.DropNotFound);
        dialog.Find("form").Submit();
        Assert.Contains("mapping.drop_not_found", dialog.Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    private void Answer(Result<ConnectedDrop> answer) =>
        _desk.Setup(d => d.MoveAsync(Drop, 3, It.IsAny<MoveDropRequest>(), It.IsAny<CancellationToken>())).Callback((Guid _, long _, MoveDropRequest request, CancellationToken _) => _sent.Add(request)).ReturnsAsync(answer);
}
