using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Tests.Mapping.Causes;

public sealed class FindingTheSharedCauseTests
{
    private static readonly PlantElement Olt = new(PlantElementKind.Olt, IdOf(1));
    private static readonly PlantElement Odc = new(PlantElementKind.Odc, IdOf(2));

    [Fact]
    public void Dark_lines_of_one_box_name_the_box()
    {
        List<PlantLeaf> leaves = [.. Box(1, bad: 6, good: 1), .. Box(2, bad: 0, good: 8), .. Box(3, bad: 1, good: 7)];
        var cause = Assert.Single(SharedCauses.Find(leaves, 3, 0.6));
        Assert.Equal((OdpOf(1), 6, 7), (cause.Element, cause.Bad.Count, cause.Known));
        Assert.Equal([OdpOf(1), CableOf(1)], cause.Suspects);
    }

    [Fact]
    public void When_all_boxes_of_a_cabinet_are_dark_it_is_the_cabinet()
    {
        List<PlantLeaf> leaves = [.. Box(1, 7, 1), .. Box(2, 8, 0), .. Box(3, 5, 2)];
        var cause = Assert.Single(SharedCauses.Find(leaves, 3, 0.6));
        Assert.Equal([Odc, Olt], cause.Suspects);
        Assert.Equal(20, cause.Bad.Count);
    }

    [Fact]
    public void Two_boxes_of_many_are_two_causes_the_worse_one_first()
    {
        List<PlantLeaf> leaves = [.. Box(1, 4, 0), .. Box(2, 8, 0), .. Box(3, 0, 8), .. Box(4, 0, 8), .. Box(5, 0, 8)];
        Assert.Equal([OdpOf(2), OdpOf(1)], SharedCauses.Find(leaves, 3, 0.6).Select(c => c.Element));
    }

    [Fact]
    public void Too_few_or_too_small_a_share_is_no_cause()
    {
        Assert.Empty(SharedCauses.Find([.. Box(1, 2, 0)], 3, 0.6));
        Assert.Empty(SharedCauses.Find([.. Box(1, 4, 4)], 3, 0.6));
        Assert.Empty(SharedCauses.Find([.. Box(1, 0, 4)], 1, 0.6));
        Assert.Empty(SharedCauses.Find([], 1, 0.6));
    }

    [Fact]
    public void What_is_not_known_speaks_neither_for_nor_against()
    {
        List<PlantLeaf> leaves = [.. Box(1, 3, 0), .. Enumerable.Range(50, 10).Select(n => new PlantLeaf(IdOf(n), [Olt, Odc, CableOf(1), OdpOf(1)], null))];
        var cause = Assert.Single(SharedCauses.Find(leaves, 3, 0.6));
        Assert.Equal((OdpOf(1), 3), (cause.Element, cause.Known));
    }

    [Fact]
    public void Every_cause_holds_what_it_promises_and_no_line_is_counted_twice()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            List<PlantLeaf> leaves = [.. Enumerable.Range(1, random.Next(1, 6)).SelectMany(n => Box(n, random.Next(6), random.Next(6)))];
            var causes = SharedCauses.Find(leaves, 3, 0.6);
            return causes.All(c => c.Bad.Count >= 3 && c.Bad.Count >= 0.6 * c.Known && c.Suspects.All(s => c.Bad.All(id => leaves.Single(l => l.Id == id).Path.Contains(s))))
                && causes.SelectMany(c => c.Bad).Distinct().Count() == causes.Sum(c => c.Bad.Count)
                && Enumerable.Range(1, 5).Select(OdpOf).All(odp => !Deserves(leaves, odp) || causes.Any(c => leaves.Where(l => l.Path.Contains(odp) && l.IsBad == true).All(l => c.Bad.Contains(l.Id))));
        }).QuickCheckThrowOnFailure();
    }

    private static bool Deserves(List<PlantLeaf> leaves, PlantElement odp)
    {
        var known = leaves.Where(l => l.Path.Contains(odp)).ToList();
        var bad = known.Count(l => l.IsBad == true);
        return bad >= 3 && bad >= 0.6 * known.Count;
    }

    private static IEnumerable<PlantLeaf> Box(int number, int bad, int good) =>
        Enumerable.Range(0, bad + good).Select(n => new PlantLeaf(IdOf((1_000 * number) + n), [Olt, Odc, CableOf(number), OdpOf(number)], n < bad));

    private static PlantElement OdpOf(int number) => new(PlantElementKind.Odp, IdOf(10 + number));

    private static PlantElement CableOf(int number) => new(PlantElementKind.Cable, IdOf(30 + number));

    private static Guid IdOf(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
