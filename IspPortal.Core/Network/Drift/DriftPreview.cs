using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Network.Drift;

/// <summary>What a selection comes to, before anything is done.</summary>
/// <param name="Items">Differences.</param>
/// <param name="Routers">Routers they are on.</param>
/// <param name="CanApply">Those that a plan can change.</param>
/// <param name="CanAdopt">Those that the portal can take from the router.</param>
/// <param name="Unpaid">What runs a month without being paid, as far as it is known.</param>
/// <param name="Unserved">What is paid a month and does not run, as far as it is known.</param>
/// <param name="Priced">Those whose cost is known.</param>
/// <param name="Kept">Those of lines that a subscription keeps: their values are changed there and cannot be adopted.</param>
public sealed record DriftPreview(int Items, int Routers, int CanApply, int CanAdopt, Money Unpaid, Money Unserved, int Priced, int Kept);
