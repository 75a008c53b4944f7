using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Tests.Mapping.Fiber;

namespace IspPortal.Tests.Mapping.Optics;

public sealed class BudgetingLightTests
{
    private readonly ExamplePlant _example = new();

    [Fact]
    public void Light_loses_what_each_step_takes()
    {
        // 3.5 km × 0.35 = 1.225; splices: port, ODP, closure, ODC output, ODC input = 5 × 0.1; connectors: port of the ODP and PON port = 2 × 0.3; 1:8 and 1:4 = 10.5 + 7.3.
        var budget = OpticalBudget.Of(_example.Plant().Trace(_example.Drops[1]), new OpticalLosses());
        Assert.Equal(20.125, budget.LossDb!.Value, 1e-9);
        Assert.Equal(-17.125, budget.ExpectedDbm!.Value, 1e-9);
        Assert.Equal(4.875, budget.MissingDb(-22)!.Value, 1e-9);
        Assert.Null(budget.MissingDb(null));
        Assert.Equal(14, budget.Steps.Count);
    }

    [Fact]
    public void A_way_that_is_not_drawn_to_its_end_promises_nothing()
    {
        _example.Joins.RemoveAll(j => j.NodeId == _example.Olt);
        var budget = OpticalBudget.Of(_example.Plant().Trace(_example.Drops[0]), new OpticalLosses());
        Assert.Equal((null, null, null), (budget.LossDb, budget.ExpectedDbm, budget.MissingDb(-20)));
        Assert.Equal(10.5, budget.Steps.First(s => s.Step.Kind == FiberStepKind.Splitter).LossDb);
    }

    [Fact]
    public void A_splitter_whose_loss_nobody_set_promises_nothing()
    {
        var losses = new OpticalLosses { SplitterDb = new Dictionary<int, double> { [8] = 10.5 } };
        Assert.Null(OpticalBudget.Of(_example.Plant().Trace(_example.Drops[0]), losses).ExpectedDbm);
    }
}
