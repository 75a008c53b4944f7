using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring;

internal sealed class UsageDirectory(IUsageStore store, BusinessZone zone, ICurrentActor actor) : IUsageDirectory
{
    private const int MostDays = 1_100;
    private const long DayMs = 25 * 3_600_000;

    public async Task<Result<IReadOnlyList<UsageDay>>> DaysAsync(Guid accessId, DateOnly fromOn, DateOnly toOn, CancellationToken cancellationToken)
    {
        if (Refuse(fromOn, toOn) is { } refused)
        {
            return refused;
        }

        var days = await store.DaysAsync(accessId, fromOn, toOn, await zone.GetAsync(cancellationToken), cancellationToken);
        return days.Select(static d => new UsageDay(
            d.On, d.Count.Down, d.Count.Up, TimeSpan.FromMilliseconds(Math.Min(d.Count.SeenMs, DayMs)), TimeSpan.FromMilliseconds(Math.Min(d.Count.UnseenMs, DayMs)))).ToList();
    }

    public Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsAsync(
        IReadOnlyCollection<Guid> accessIds, DateOnly fromOn, DateOnly toOn, CancellationToken cancellationToken) =>
        SumsAsync(fromOn, toOn, own => store.SumsAsync(accessIds, fromOn, toOn, own, cancellationToken), cancellationToken);

    public Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsSinceAsync(
        IReadOnlyDictionary<Guid, DateOnly> sinceOn, DateOnly toOn, CancellationToken cancellationToken) =>
        SumsAsync(sinceOn.Count == 0 ? toOn : sinceOn.Values.Min(), toOn, own => store.SumsSinceAsync(sinceOn, toOn, own, cancellationToken), cancellationToken);

    private async Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsAsync(
        DateOnly fromOn, DateOnly toOn, Func<TimeZoneInfo, Task<IReadOnlyDictionary<Guid, UsageCount>>> read, CancellationToken cancellationToken)
    {
        if (Refuse(fromOn, toOn) is { } refused)
        {
            return refused;
        }

        var sums = await read(await zone.GetAsync(cancellationToken));
        return sums.ToDictionary(static s => s.Key, static s => new UsageTotal(s.Value.Down, s.Value.Up, TimeSpan.FromMilliseconds(s.Value.UnseenMs)));
    }

    private Error? Refuse(DateOnly fromOn, DateOnly toOn) => actor.Deny(MonitoringPermissions.MonitoringRead)
        ?? (toOn < fromOn || toOn.DayNumber - fromOn.DayNumber > MostDays ? CommonErrors.Invalid([new FieldError("toOn", "common.not_allowed")]) : null);
}
