namespace IspPortal.Core.Common.Metrics;

/// <summary>One figure. What is unknown is left out, never given as zero.</summary>
/// <param name="Name">Prometheus name with its unit, e.g. <c>ispportal_outbox_pending</c>; a counter ends in <c>_total</c>.</param>
/// <param name="Help">One sentence; the same for all samples of a name.</param>
/// <param name="Value">The figure.</param>
/// <param name="Labels">Label names and values, or empty. Few values each: never a subscriber.</param>
public sealed record MetricSample(string Name, string Help, double Value, params IReadOnlyList<KeyValuePair<string, string>> Labels)
{
    /// <summary>Whether it only ever grows while the process lives.</summary>
    public bool IsCounter => Name.EndsWith("_total", StringComparison.Ordinal);
}
