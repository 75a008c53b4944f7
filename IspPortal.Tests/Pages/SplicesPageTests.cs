using Bunit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Web.Features.Plant.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class SplicesPageTests : PageScene
{
    private static readonly Guid Node = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Cable = Guid.Parse("019a0000-0000-7000-8000-000000000002");
    private static readonly Guid Splitter = Guid.Parse("019a0000-0000-7000-8000-000000000003");
    private static readonly Guid Joint = Guid.Parse("019a0000-0000-7000-8000-000000000004");

    private readonly Mock<IFiberDesk> _desk;

    public SplicesPageTests()
    {
        Allow(MappingPermissions.MapRead, MappingPermissions.PlantWrite);
        _desk = Stub<IFiberDesk>();
        var (core, input) = (FiberEnd.Core(Cable, 1, CableSide.B), FiberEnd.SplitterInput(Splitter));
        Stub<IPlantDrawings>().Setup(d => d.FibreAsync(Node, It.IsAny<CancellationToken>())).ReturnsAsync(new NodeFibre(Node, "ODC-1", PlantNodeKind.Odc,
        [
            new(core, "FDR-1", Joint, FiberJoinKind.Splice, input), new(FiberEnd.Core(Cable, 2, CableSide.B), "FDR-1", null, null, null), new(FiberEnd.Core(Cable, 3, CableSide.B), "FDR-1", null, null, null),
            new(input, "SP-1", Joint, FiberJoinKind.Splice, core), new(FiberEnd.SplitterOutput(Splitter, 1), "SP-1", null, null, null), new(FiberEnd.SplitterOutput(Splitter, 2), "SP-1", null, null, null),
        ]));
    }

    [Fact]
    public void Every_joint_stands_there_once_and_is_parted()
    {
        _desk.Setup(d => d.PartAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var page = Open<SplicesPage>(p => p.Add(s => s.NodeId, Node));

        Assert.Equal(["FDR-1 · core 1", "SP-1 · input", "Splice"], page.FindAll("[data-splices] tbody tr").Single().QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()));
        page.Find("[data-splices] button").Click();

        _desk.Verify(d => d.PartAsync(new[] { Joint }, It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void Several_in_a_row_are_joined_at_once_and_what_is_joined_is_not_offered()
    {
        var sent = new List<IReadOnlyList<JoinRequest>>();
        _desk.Setup(d => d.JoinAsync(Node, Capture.In(sent), It.IsAny<CancellationToken>())).ReturnsAsync(PlantErrors.Loop);
        var page = Open<SplicesPage>(p => p.Add(s => s.NodeId, Node));
        Assert.Equal(["Choose", "FDR-1 · core 2", "FDR-1 · core 3", "SP-1 · output 1", "SP-1 · output 2"], page.FindAll("#splice-one option").Select(option => option.TextContent));

        page.Find("#splice-one").Change(page.FindAll("#splice-one option")[1].GetAttribute("value"));
        page.Find("#splice-other").Change(page.FindAll("#splice-other option")[3].GetAttribute("value"));
        page.Find("#splice-count").Input("2");
        page.Find(".splice-form").Submit();

        Assert.Equal(
            [(FiberEnd.Core(Cable, 2, CableSide.B), FiberEnd.SplitterOutput(Splitter, 1)), (FiberEnd.Core(Cable, 3, CableSide.B), FiberEnd.SplitterOutput(Splitter, 2))],
            Assert.Single(sent).Select(j => (j.One, j.Other)));
        Assert.Contains("plant.loop", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_only_look_is_offered_nothing()
    {
        Allow(MappingPermissions.MapRead);

        Assert.Empty(Open<SplicesPage>(p => p.Add(s => s.NodeId, Node)).FindAll("form, button"));
    }
}
