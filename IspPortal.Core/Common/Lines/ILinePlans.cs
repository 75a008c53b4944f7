namespace IspPortal.Core.Common.Lines;

/// <summary>Which line has which plan, to those who may not know subscriptions.</summary>
public interface ILinePlans
{
    /// <summary>The plan of every line that is sold and not ended, by the line's id.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> PlansAsync(CancellationToken cancellationToken);
}
