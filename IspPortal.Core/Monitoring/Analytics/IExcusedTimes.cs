namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Knows of times in which lines were kept from working on purpose, so that nobody is blamed for them. Features that keep lines from working implement it; every one of them is asked.</summary>
public interface IExcusedTimes
{
    /// <summary>Every such time of the given lines that shares something with [<paramref name="fromUtc"/>, <paramref name="toUtc"/>).</summary>
    Task<IReadOnlyList<ExcusedTime>> BetweenAsync(IReadOnlyCollection<Guid> accessIds, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken);
}
