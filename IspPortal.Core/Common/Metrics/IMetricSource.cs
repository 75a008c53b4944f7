namespace IspPortal.Core.Common.Metrics;

/// <summary>Figures that are read when a monitoring server asks (/metrics), for what nobody counts along the way: a backlog, a state.</summary>
public interface IMetricSource
{
    /// <summary>The present figures. Cheap enough for every 10 seconds; an exception loses only this source's figures of this reading.</summary>
    ValueTask<IReadOnlyList<MetricSample>> ReadAsync(CancellationToken cancellationToken);
}
