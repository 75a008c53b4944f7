namespace IspPortal.Core.Network.Drift;

/// <summary>What came of taking values from routers.</summary>
/// <param name="Adopted">Differences that are none any more.</param>
/// <param name="Skipped">Those that could not be adopted: gone meanwhile, against a hold such as a debt, of a router that failed, or kept by a subscription.</param>
/// <param name="Kept">Those of <paramref name="Skipped"/> whose line a subscription keeps: they are changed there.</param>
/// <param name="Failures">Routers for which it could not be done. Empty: none.</param>
public sealed record DriftAdoption(int Adopted, int Skipped, int Kept, IReadOnlyList<DriftRouterFailure> Failures);
