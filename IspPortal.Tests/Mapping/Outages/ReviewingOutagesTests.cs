using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Outages;

namespace IspPortal.Tests.Mapping.Outages;

public sealed class ReviewingOutagesTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 13, 0, 0, DateTimeKind.Utc);
    private static readonly OutageRule Rule = new();
    private static readonly PlantElement Odp = new(PlantElementKind.Odp, Id(900));
    private static readonly PlantElement Cable = new(PlantElementKind.Cable, Id(901));

    [Fact]
    public void What_nothing_open_explains_begins()
    {
        var verdict = Assert.Single(OutageReview.Judge([], [Found(Odp, 30, 1, 2, 3)], Rule, Now));

        Assert.Equal((OutageTurn.Begins, null), (verdict.Turn, verdict.Id));
    }

    [Theory]
    [InlineData(89, OutageTurn.GoesOn)]
    [InlineData(90, OutageTurn.IsConfirmed)]
    public void It_is_sure_when_they_are_not_back_after_90_seconds(int secondsAgo, OutageTurn turn)
    {
        var open = Open(1, Odp, secondsAgo, confirmed: false, hit: 3, 1, 2, 3);

        Assert.Equal((turn, Id(1)), Only(OutageReview.Judge([open], [Found(Odp, secondsAgo, 1, 2, 3)], Rule, Now)));
    }

    [Fact]
    public void Two_ODPs_turn_out_to_be_one_cable()
    {
        var (first, second) = (Open(1, Odp, 60, false, 3, 1, 2, 3), Open(2, new(PlantElementKind.Odp, Id(902)), 50, false, 3, 4, 5, 6));

        var verdicts = OutageReview.Judge([second, first], [Found(Cable, 60, 1, 2, 3, 4, 5, 6)], Rule, Now);

        Assert.Equal((OutageTurn.GoesOn, Id(1), null), (verdicts[0].Turn, verdicts[0].Id, verdicts[0].Into));
        Assert.Equal((OutageTurn.JoinsAnother, Id(2), Id(1)), (verdicts[1].Turn, verdicts[1].Id, verdicts[1].Into));
    }

    [Fact]
    public void A_cable_that_is_found_in_two_branches_is_one_outage()
    {
        var verdict = Assert.Single(OutageReview.Judge([], [Found(Cable, 30, 1, 2, 3), Found(Cable, 40, 4, 5, 6)], Rule, Now));

        Assert.Equal(6, verdict.Found!.Lines.Count);
        Assert.Equal(Now.AddSeconds(-40), verdict.Found.StartedAtUtc);
    }

    [Theory]
    [InlineData(10, 3, OutageTurn.GoesOn)]
    [InlineData(10, 2, OutageTurn.Ends)]
    [InlineData(20, 4, OutageTurn.Ends)]
    [InlineData(20, 5, OutageTurn.GoesOn)]
    public void It_is_over_when_few_are_still_off(int hit, int still, OutageTurn turn) =>
        Assert.Equal((turn, Id(1)), Only(OutageReview.Judge([Open(1, Odp, 600, true, hit, [.. Enumerable.Range(1, still)])], [], Rule, Now)));

    [Fact]
    public void What_comes_back_before_it_was_sure_came_to_nothing() =>
        Assert.Equal((OutageTurn.CameToNothing, Id(1)), Only(OutageReview.Judge([Open(1, Odp, 40, false, 4, 1, 2)], [], Rule, Now)));

    private static (OutageTurn, Guid?) Only(IReadOnlyList<OutageVerdict> verdicts) => (Assert.Single(verdicts).Turn, verdicts[0].Id);

    private static OpenOutage Open(int id, PlantElement element, int secondsAgo, bool confirmed, int hit, params int[] lines) => new(Id(id), element, Now.AddSeconds(-secondsAgo), confirmed, [.. lines.Select(Id)], hit);

    private static FoundOutage Found(PlantElement element, int secondsAgo, params int[] lines) => new([element], [.. lines.Select(Id)], lines.Length, Now.AddSeconds(-secondsAgo));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
