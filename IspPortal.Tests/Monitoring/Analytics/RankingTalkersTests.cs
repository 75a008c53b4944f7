using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Monitoring.Analytics;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Moq;

namespace IspPortal.Tests.Monitoring.Analytics;

public sealed class RankingTalkersTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    private static readonly TopTalkersQuery Hour = TopTalkersQuery.Of(TopTalkersSpan.Hour, Now);

    private readonly Mock<ISeriesAnalytics> _analytics = new(MockBehavior.Strict);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_ways_are_added_up_and_lines_have_their_names()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (budi, sari) = (await AccountAsync(scene, "budi"), await AccountAsync(scene, "sari"));
        var gone = new Guid("01890a5d-0000-7000-8000-0000000000ff");
        Rank(Metric.DownBytes, (budi, 900), (sari, 800), (gone, 10));
        Rank(Metric.UpBytes, (sari, 300), (budi, 100));
        var both = (await Talkers(scene).ListAsync(Hour, 10, Token)).Value;
        Assert.Equal(
            [(1, "sari", "RTR-1", 1_100L), (2, "budi", "RTR-1", 1_000L), (3, "", "", 10L)],
            both.Select(row => (row.Place, row.Username, row.RouterName, row.Bytes)));
        Assert.Equal(["budi", "sari"], (await Talkers(scene).ListAsync(Hour with { Direction = TrafficDirection.Down }, 2, Token)).Value.Select(row => row.Username));
        Assert.Equal(["sari", "budi"], (await Talkers(scene).ListAsync(Hour with { Direction = TrafficDirection.Up }, 9, Token)).Value.Select(row => row.Username));
    }

    [Fact]
    public async Task Whoever_is_not_among_the_thousand_largest_one_way_is_asked_for()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var budi = await AccountAsync(scene, "budi");
        Rank(Metric.DownBytes, (budi, 1_000_000));
        Rank(Metric.UpBytes, [.. Enumerable.Range(0, 1_000).Select(i => (new Guid(i + 1, 0, 0, new byte[8]), 5_000.0 - i))]);
        _analytics.Setup(a => a.StatisticsAsync(SeriesSubject.Access(budi), Metric.UpBytes, Hour.FromUtc, Hour.ToUtc, It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<SeriesStatistics>)new SeriesStatistics(1, 1, 1, 4_000, TimeSpan.FromHours(1), TimeSpan.Zero));
        Assert.Equal((1_000_000L, 4_000L), (await Talkers(scene).ListAsync(Hour, 1, Token)).Value.Select(row => (row.DownBytes!.Value, row.UpBytes!.Value)).Single());
    }

    [Theory, InlineData(0), InlineData(501)]
    public async Task A_number_that_cannot_be_is_refused(int count)
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        Assert.Equal("count", Assert.Single((await Talkers(scene).ListAsync(Hour, count, Token)).Error!.Fields).Field);
        Assert.Equal("identity.forbidden", (await new TopTalkers(_analytics.Object, scene.Database.Factory, new TestActor("x")).ListAsync(Hour, 1, Token)).Error?.Code);
    }

    private static async Task<Guid> AccountAsync(SubscriptionScene scene, string username)
    {
        var id = Core.Common.Time.Ids.New(scene.Clock);
        await using var context = scene.Database.Open();
        context.Add(new AccessAccount { Id = id, RouterId = ProvisioningRig.RouterId(0), Service = AccessService.Pppoe, Username = username, SearchKey = username, IsOwned = true, FirstSeenAtUtc = Now });
        await context.SaveChangesAsync(Token);
        return id;
    }

    private TopTalkers Talkers(SubscriptionScene scene) => new(_analytics.Object, scene.Database.Factory, new TestActor(MonitoringPermissions.MonitoringRead));

    private void Rank(Metric metric, params (Guid Id, double Sum)[] ranks) => _analytics
        .Setup(a => a.TopAsync(It.Is<SeriesGroupQuery>(q => q.Metric == metric && q.Kind == SeriesSubjectKind.Access), It.IsAny<int>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((Result<IReadOnlyList<SeriesRank>>)ranks.Select(r => new SeriesRank(SeriesSubject.Access(r.Id), r.Sum, r.Sum / 100, TimeSpan.FromHours(1))).ToList());
}
