namespace IspPortal.Core.Network.Provisioning;

/// <summary>What to change on one router, in order, and what was found besides.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="Steps">In the order in which they are to be done.</param>
/// <param name="Findings">What is left alone, and why.</param>
public sealed record RouterPlan(Guid RouterId, IReadOnlyList<PlanStep> Steps, IReadOnlyList<PlanFinding> Findings)
{
    /// <summary>How many live sessions it ends.</summary>
    public int Kicks => Steps.Count(s => s.Verb == PlanVerb.Kick);
}
