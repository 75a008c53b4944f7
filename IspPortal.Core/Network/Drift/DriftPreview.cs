namespace IspPortal.Core.Network.Drift;

/// <summary>What a selection comes to, before anything is done.</summary>
/// <param name="Items">Differences.</param>
/// <param name="Routers">Routers they are on.</param>
/// <param name="CanApply">Those that a plan can change.</param>
/// <param name="CanAdopt">Those that the portal can take from the router.</param>
public sealed record DriftPreview(int Items, int Routers, int CanApply, int CanAdopt);
