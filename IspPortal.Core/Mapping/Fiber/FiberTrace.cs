namespace IspPortal.Core.Mapping.Fiber;

/// <summary>The way of light from a house to the OLT.</summary>
/// <param name="Steps">What it passes, beginning at the house.</param>
/// <param name="End">Why it goes no further.</param>
/// <param name="LastEnd">Where it stopped.</param>
public sealed record FiberTrace(IReadOnlyList<FiberStep> Steps, FiberTraceEnd End, FiberEnd LastEnd)
{
    /// <summary>Metres of fibre, the drop included.</summary>
    public double LengthMetres => Steps.Sum(s => s.LengthMetres);
}
