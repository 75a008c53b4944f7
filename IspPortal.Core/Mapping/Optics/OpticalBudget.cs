using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Optics;

/// <summary>What light should arrive with at the end of a trace.</summary>
/// <param name="Steps">The steps with what each takes, beginning at the house.</param>
/// <param name="LossDb">What all take together, in dB; null where the trace does not reach an OLT or a splitter's loss is not known.</param>
/// <param name="ExpectedDbm">What should arrive, in dBm; null likewise: a way that is not drawn to its end promises nothing.</param>
public sealed record OpticalBudget(IReadOnlyList<OpticalStep> Steps, double? LossDb, double? ExpectedDbm)
{
    /// <summary>Works it out.</summary>
    public static OpticalBudget Of(FiberTrace trace, OpticalLosses losses)
    {
        var isKnown = trace.End == FiberTraceEnd.AtOlt;
        var steps = new List<OpticalStep>(trace.Steps.Count);
        foreach (var step in trace.Steps)
        {
            var loss = LossOf(step, losses);
            isKnown &= loss is not null;
            steps.Add(new OpticalStep(step, loss ?? 0));
        }

        double? sum = isKnown ? steps.Sum(s => s.LossDb) : null;
        return new OpticalBudget(steps, sum, losses.LaunchDbm - sum);
    }

    /// <summary>How much darker it is than it should be, in dB: above zero is too dark; null when either is not known.</summary>
    public double? MissingDb(double? measuredDbm) => ExpectedDbm - measuredDbm;

    private static double? LossOf(FiberStep step, OpticalLosses losses) => step.Kind switch
    {
        FiberStepKind.Drop or FiberStepKind.Core => step.LengthMetres / 1000 * losses.PerKilometreDb,
        FiberStepKind.Port => losses.ConnectorDb,
        FiberStepKind.Join => step.Join switch
        {
            FiberJoinKind.Splice => losses.SpliceDb,
            FiberJoinKind.Connector => losses.ConnectorDb,
            _ => 0,
        },
        FiberStepKind.Splitter => losses.SplitterDb.TryGetValue(step.Outputs!.Value, out var loss) ? loss : null,
        _ => 0,
    };
}
