using IspPortal.Core.Common.Outages;

namespace IspPortal.Tests.Alerts;

/// <summary>Lines behind an outage, as the test says.</summary>
internal sealed class FixedCover : IOutageCover
{
    public static readonly Guid Outage = new("01890000-0000-7000-8000-00000000d001");

    public HashSet<Guid> Behind { get; } = [];

    /// <summary>Those that are over, and those that are not.</summary>
    public List<OutageSpan> Spans { get; } = [];

    public Task<IReadOnlyDictionary<Guid, OutageSpan>> NowAsync(IReadOnlyCollection<Guid> accessIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, OutageSpan>>(accessIds.Where(Behind.Contains).ToDictionary(id => id, id => new OutageSpan(id, Outage, DateTime.UnixEpoch, null, false, true)));

    public Task<IReadOnlyList<OutageSpan>> BetweenAsync(IReadOnlyCollection<Guid> accessIds, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutageSpan>>([.. Spans.Where(span => accessIds.Contains(span.AccessId) && span.FromUtc < toUtc && (span.ToUtc is null || span.ToUtc > fromUtc))]);
}
