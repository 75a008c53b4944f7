using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Series.Support;
using IspPortal.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Series;

public sealed class TellingOfSamplesTests
{
    private static readonly DateTime At = new(2026, 11, 22, 3, 0, 10, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_hears_of_what_is_stored_and_a_fault_of_one_hinders_nothing()
    {
        await using var place = await SeriesPlace.CreateAsync("Sqlite");
        var (heard, inner) = (new List<SeriesBatch>(), place.Store(new ManualClock()));
        var store = new ObservedSeriesStore(inner, () => [new Failing(), new Hearing(heard)], NullLogger<ObservedSeriesStore>.Instance);
        var batch = new SeriesBatch(Guid.Empty, At, [new SeriesSample(SeriesSubject.Network, Metric.Sessions, 7, TimeSpan.FromSeconds(10))]);

        Assert.True(await store.AppendAsync(batch, Token));
        Assert.False(await store.AppendAsync(batch, Token));

        Assert.Equal([batch], heard);
    }

    private sealed class Failing : ISampleObserver
    {
        public Task ObservedAsync(SeriesBatch batch, CancellationToken cancellationToken) => throw new InvalidOperationException("On purpose.");
    }

    private sealed class Hearing(List<SeriesBatch> heard) : ISampleObserver
    {
        public Task ObservedAsync(SeriesBatch batch, CancellationToken cancellationToken)
        {
            heard.Add(batch);
            return Task.CompletedTask;
        }
    }
}
