namespace IspPortal.Core.Network.Drift;

/// <summary>What came of taking values from routers.</summary>
/// <param name="Adopted">Differences that are none any more.</param>
/// <param name="Skipped">Those that could not be adopted: gone meanwhile, or against a hold such as a debt.</param>
public sealed record DriftAdoption(int Adopted, int Skipped);
