using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Pairs;

/// <summary>Why some of the lines cannot be put on the other router.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Lines">How many.</param>
/// <param name="Examples">Usernames, at most five.</param>
public sealed record PairObstacle(PlanFindingKind Kind, int Lines, IReadOnlyList<string> Examples);
