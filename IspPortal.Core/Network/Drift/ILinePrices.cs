namespace IspPortal.Core.Network.Drift;

/// <summary>What lines are sold for. Answered by who sells them; callers have checked the permission.</summary>
public interface ILinePrices
{
    /// <summary>What is paid on one router today.</summary>
    Task<LinePrices> OnRouterAsync(Guid routerId, CancellationToken cancellationToken);
}
