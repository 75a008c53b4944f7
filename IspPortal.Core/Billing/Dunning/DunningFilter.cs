namespace IspPortal.Core.Billing.Dunning;

/// <summary>Which late accounts.</summary>
/// <param name="Stage">Only those at that stage; null: all but those that are clear.</param>
/// <param name="Obstacle">Only those that are not isolated for that reason.</param>
public sealed record DunningFilter(DunningStage? Stage = null, DunningObstacle? Obstacle = null);
