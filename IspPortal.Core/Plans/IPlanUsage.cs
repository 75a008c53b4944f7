namespace IspPortal.Core.Plans;

/// <summary>Who is on a plan. Answered from owned lines by their profile; Subscriptions answers it once they exist. Callers have checked the permission.</summary>
public interface IPlanUsage
{
    /// <summary>How many lines each plan has; a plan without any may be left out.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <summary>Whether anybody has or had it.</summary>
    Task<bool> IsSoldAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>The lines of one plan by router, and at which prices.</summary>
    Task<PlanUsage> GetAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>The static lines of a plan: each has a speed of its own, so a campaign has to know them one by one.</summary>
    Task<IReadOnlyList<Guid>> ListStaticLinesAsync(Guid planId, CancellationToken cancellationToken);
}
