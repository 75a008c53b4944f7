namespace IspPortal.Core.Lab;

/// <summary>How a provider of the lab is doing.</summary>
/// <param name="Provider">Which.</param>
/// <param name="Arrived">How many messages it took.</param>
/// <param name="Fault">How it misbehaves, or null.</param>
public sealed record LabProviderState(LabProvider Provider, int Arrived, LabPostFault? Fault);
