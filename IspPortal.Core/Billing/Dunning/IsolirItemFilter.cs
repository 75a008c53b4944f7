namespace IspPortal.Core.Billing.Dunning;

/// <summary>Which accounts of an isolir run.</summary>
/// <param name="State">Only those that are so far.</param>
/// <param name="Obstacle">Only those that are not isolated for that reason.</param>
public sealed record IsolirItemFilter(IsolirItemState? State = null, DunningObstacle? Obstacle = null);
