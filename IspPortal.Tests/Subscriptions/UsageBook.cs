using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Usage;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Usage as the test writes it down, day by day.</summary>
internal sealed class UsageBook : IUsageDirectory
{
    private readonly Dictionary<(Guid AccessId, DateOnly On), UsageDay> _days = [];

    /// <summary>What is answered instead while something is wrong.</summary>
    public Error? Broken { get; set; }

    /// <summary>How often sums were asked for.</summary>
    public int Asked { get; private set; }

    public void Use(Guid accessId, DateOnly on, long gigabytes, TimeSpan unseen = default)
    {
        var before = _days.GetValueOrDefault((accessId, on)) ?? new UsageDay(on, 0, 0, TimeSpan.FromHours(24), TimeSpan.Zero);
        _days[(accessId, on)] = before with { DownBytes = before.DownBytes + (gigabytes * 900_000_000), UpBytes = before.UpBytes + (gigabytes * 100_000_000), UnseenFor = before.UnseenFor + unseen };
    }

    public Task<Result<IReadOnlyList<UsageDay>>> DaysAsync(Guid accessId, DateOnly fromOn, DateOnly toOn, CancellationToken cancellationToken) => Task.FromResult<Result<IReadOnlyList<UsageDay>>>(
        Broken is not null ? Broken : _days.Where(d => d.Key.AccessId == accessId && d.Key.On >= fromOn && d.Key.On <= toOn).Select(d => d.Value).OrderBy(d => d.On).ToList());

    public Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsAsync(IReadOnlyCollection<Guid> accessIds, DateOnly fromOn, DateOnly toOn, CancellationToken cancellationToken) =>
        SumsSinceAsync(accessIds.ToDictionary(id => id, _ => fromOn), toOn, cancellationToken);

    public Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsSinceAsync(IReadOnlyDictionary<Guid, DateOnly> sinceOn, DateOnly toOn, CancellationToken cancellationToken)
    {
        Asked++;
        if (Broken is not null)
        {
            return Task.FromResult<Result<IReadOnlyDictionary<Guid, UsageTotal>>>(Broken);
        }

        var sums = _days.Where(d => sinceOn.TryGetValue(d.Key.AccessId, out var from) && d.Key.On >= from && d.Key.On <= toOn).GroupBy(d => d.Key.AccessId)
            .ToDictionary(g => g.Key, g => new UsageTotal(g.Sum(d => d.Value.DownBytes), g.Sum(d => d.Value.UpBytes), new TimeSpan(g.Sum(d => d.Value.UnseenFor.Ticks))));
        return Task.FromResult<Result<IReadOnlyDictionary<Guid, UsageTotal>>>(sums);
    }
}
