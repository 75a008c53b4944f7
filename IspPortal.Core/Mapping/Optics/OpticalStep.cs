using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Optics;

/// <summary>What one step of a trace costs.</summary>
/// <param name="Step">The step.</param>
/// <param name="LossDb">What it takes, in dB; 0 for the PON port.</param>
public sealed record OpticalStep(FiberStep Step, double LossDb);
