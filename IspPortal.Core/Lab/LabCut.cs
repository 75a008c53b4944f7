namespace IspPortal.Core.Lab;

/// <summary>Fibre that is cut in the lab.</summary>
/// <param name="Name">The node or cable.</param>
/// <param name="Modems">How many went dark.</param>
/// <param name="AtUtc">When.</param>
public sealed record LabCut(string Name, int Modems, DateTime AtUtc);
