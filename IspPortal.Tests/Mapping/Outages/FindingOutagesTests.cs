using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Outages;

namespace IspPortal.Tests.Mapping.Outages;

public sealed class FindingOutagesTests
{
    private static readonly DateTime Nine = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PlantElement Olt = new(PlantElementKind.Olt, IdOf(1));
    private readonly List<WatchedLine> _lines = [];

    [Fact]
    public void A_box_that_goes_dark_is_one_outage_that_names_it()
    {
        Box(1, lost: 12, online: 2);
        Box(2, lost: 0, online: 14);
        Box(3, lost: 1, online: 13);
        Assert.Empty(Find(Nine.AddSeconds(89)));
        var outage = Assert.Single(Find(Nine.AddSeconds(130)));
        Assert.Equal((OdpOf(1), 12, 14, Nine), (outage.Element, outage.Lines.Count, outage.WereOnline, outage.StartedAtUtc));
    }

    [Fact]
    public void Two_of_three_neighbours_are_no_outage_and_three_of_five_are()
    {
        Box(1, lost: 2, online: 1);
        Box(2, lost: 0, online: 9);
        Assert.Empty(Find(Nine.AddMinutes(5)));
        Box(3, lost: 3, online: 2);
        Assert.Equal(OdpOf(3), Assert.Single(Find(Nine.AddMinutes(5))).Element);
        Box(4, lost: 4, online: 3);
        Assert.Single(Find(Nine.AddMinutes(5)));
    }

    [Fact]
    public void Lines_lost_one_by_one_over_an_hour_are_no_outage()
    {
        Box(1, lost: 5, online: 1, apart: TimeSpan.FromMinutes(10));
        Box(2, lost: 0, online: 9);
        Assert.Empty(Find(Nine.AddHours(2)));
    }

    [Fact]
    public void Who_was_off_before_isolated_or_ended_by_the_portal_does_not_count()
    {
        Box(1, lost: 3, online: 1);
        Box(2, lost: 0, online: 9);
        _lines.AddRange(Enumerable.Range(500, 20).Select(n => new WatchedLine(IdOf(n), [Olt, OdpOf(1)], LineCondition.NotCounted)));
        _lines.AddRange(Enumerable.Range(600, 20).Select(n => new WatchedLine(IdOf(n), [Olt, OdpOf(1)], LineCondition.Lost, Nine.AddHours(-3))));
        Assert.Equal((OdpOf(1), 3, 4), Assert.Single(Find(Nine.AddMinutes(3)), o => o.StartedAtUtc == Nine) is var o ? (o.Element, o.Lines.Count, o.WereOnline) : default);
    }

    [Fact]
    public void Behind_a_router_that_does_not_answer_nothing_is_known_and_nothing_is_found()
    {
        _lines.AddRange(Enumerable.Range(500, 40).Select(n => new WatchedLine(IdOf(n), [Olt, OdpOf(1 + (n % 3))], LineCondition.Unknown)));
        Assert.Empty(Find(Nine.AddMinutes(10)));
    }

    [Fact]
    public void A_feeder_that_is_cut_is_one_outage_and_not_one_of_each_box()
    {
        Box(1, lost: 8, online: 0);
        Box(2, lost: 9, online: 1);
        Box(3, lost: 5, online: 1);
        var outage = Assert.Single(Find(Nine.AddMinutes(3)));
        Assert.Equal((Olt, 22), (outage.Element, outage.Lines.Count));
    }

    [Fact]
    public void Two_boxes_at_different_times_are_two_outages_in_their_order()
    {
        Box(2, lost: 6, online: 0, from: Nine.AddMinutes(30));
        Box(1, lost: 6, online: 1);
        Box(3, lost: 0, online: 20);
        Assert.Equal([(OdpOf(1), Nine), (OdpOf(2), Nine.AddMinutes(30))], Find(Nine.AddHours(1)).Select(o => (o.Element, o.StartedAtUtc)));
    }

    private IReadOnlyList<FoundOutage> Find(DateTime atUtc) => OutageDetector.Find(_lines, new OutageRule(), atUtc);

    private void Box(int number, int lost, int online, DateTime? from = null, TimeSpan? apart = null)
    {
        for (var n = 0; n < lost + online; n++)
        {
            _lines.Add(n < lost
                ? new WatchedLine(IdOf((10_000 * number) + n), [Olt, OdpOf(number)], LineCondition.Lost, (from ?? Nine) + ((apart ?? TimeSpan.FromSeconds(3)) * n))
                : new WatchedLine(IdOf((10_000 * number) + n), [Olt, OdpOf(number)], LineCondition.Online));
        }
    }

    private static PlantElement OdpOf(int number) => new(PlantElementKind.Odp, IdOf(10 + number));

    private static Guid IdOf(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
