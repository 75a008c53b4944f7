using FsCheck;
using FsCheck.Fluent;
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
        _lines.AddRange(Enumerable.Range(600, 20).Select(n => new WatchedLine(IdOf(n), [Olt, OdpOf(1)], LineCondition.Lost, Nine.AddMinutes(-5 * (n - 599)))));
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

    [Fact]
    public void A_box_that_goes_dark_is_one_outage_whoever_else_is_lost_about_then()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            _lines.Clear();
            Box(1, lost: 10, online: 0, apart: TimeSpan.FromSeconds(1 + random.Next(5)));
            for (var other = 2; other < 30; other++)
            {
                Box(other, lost: random.Next(2), online: 8, from: Nine.AddSeconds(random.Next(-120, 120)));
            }

            var outage = Find(Nine.AddMinutes(4)).SingleOrDefault();
            return outage is { Element: var element, Lines.Count: 10, WereOnline: 10, StartedAtUtc: var began } && element == OdpOf(1) && began == Nine;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Who_goes_later_below_what_is_broken_goes_with_it()
    {
        Box(1, lost: 6, online: 3);
        Box(2, lost: 0, online: 30);
        _lines.Add(new WatchedLine(IdOf(700), [Olt, OdpOf(1)], LineCondition.Lost, Nine.AddMinutes(4)));
        _lines.Add(new WatchedLine(IdOf(701), [Olt, OdpOf(2)], LineCondition.Lost, Nine.AddMinutes(4)));
        var outage = Assert.Single(Find(Nine.AddMinutes(10)));
        Assert.Equal((OdpOf(1), 7, 10, Nine), (outage.Element, outage.Lines.Count, outage.WereOnline, outage.StartedAtUtc));
        Assert.DoesNotContain(IdOf(701), outage.Lines);
    }

    [Fact]
    public void Asking_only_where_enough_was_lost_finds_what_asking_everywhere_finds()
    {
        var found = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            List<WatchedLine> lines = [.. Enumerable.Range(0, random.Next(1, 120)).Select(n => Anyone(n, random))];
            var quick = OutageDetector.Find(lines, new OutageRule(), Nine);
            found += quick.Count;
            return quick.Select(Told).SequenceEqual(FindEverywhere(lines, new OutageRule(), Nine).Select(Told));
        }).QuickCheckThrowOnFailure();
        Assert.NotEqual(0, found);

        static string Told(FoundOutage outage) => $"{outage.Element} {outage.WereOnline} {outage.StartedAtUtc:O} {string.Join(',', outage.Lines.Order())}";
    }

    private static WatchedLine Anyone(int number, Random random)
    {
        var (olt, odp) = (random.Next(3), random.Next(4));
        PlantElement[] path = [new(PlantElementKind.Olt, IdOf(1 + olt)), new(PlantElementKind.Odp, IdOf(100 + (10 * olt) + odp))];
        var isDark = (olt + odp) % 4 == 0;
        return (isDark ? random.Next(5) : random.Next(12)) switch
        {
            0 => new(IdOf(1_000 + number), path, LineCondition.NotCounted),
            1 => new(IdOf(1_000 + number), path, LineCondition.Unknown),
            < 5 => new(IdOf(1_000 + number), path, LineCondition.Lost, Nine.AddSeconds(-random.Next(isDark ? 200 : 900))),
            _ => new(IdOf(1_000 + number), path, LineCondition.Online),
        };
    }

    /// <summary>The rule as it is said, asked of the whole plant for every line that was lost.</summary>
    private static List<FoundOutage> FindEverywhere(List<WatchedLine> lines, OutageRule rule, DateTime atUtc)
    {
        List<FoundOutage> found = [];
        HashSet<Guid> explained = [];
        foreach (var first in lines.Where(l => l.Condition == LineCondition.Lost && l.LostAtUtc <= atUtc - rule.NotBackAfter).OrderBy(l => l.LostAtUtc).Where(l => !explained.Contains(l.AccessId)))
        {
            var grown = found.FindIndex(o => first.Path.Contains(o.Element));
            if (grown >= 0)
            {
                found[grown] = found[grown] with { Lines = [.. found[grown].Lines, first.AccessId] };
            }
            else
            {
                var leaves = lines.Where(l => !explained.Contains(l.AccessId)).Select(l => new PlantLeaf(l.AccessId, l.Path, l.Condition switch
                {
                    LineCondition.Online => false,
                    LineCondition.Lost when l.LostAtUtc >= first.LostAtUtc => l.LostAtUtc <= first.LostAtUtc + rule.Within && l.LostAtUtc <= atUtc - rule.NotBackAfter,
                    _ => null,
                })).ToList();
                if (SharedCauses.Find(leaves, rule.LeastLines, rule.LeastShare).SingleOrDefault(c => c.Bad.Contains(first.AccessId)) is { } cause)
                {
                    found.Add(new FoundOutage(cause.Suspects, cause.Bad, cause.Known, first.LostAtUtc!.Value));
                    explained.UnionWith(cause.Bad);
                }
            }

            explained.Add(first.AccessId);
        }

        return found;
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
