using IspPortal.Core.Network.Backups;

namespace IspPortal.Tests.Network.Backups;

/// <summary>Differences between texts, line by line.</summary>
public sealed class ComparingTextsTests
{
    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("abc", "abc", 0, 0)]
    [InlineData("", "abc", 3, 0)]
    [InlineData("abc", "", 0, 3)]
    [InlineData("abcabba", "cbabac", 2, 3)]
    [InlineData("abcdef", "abxdef", 1, 1)]
    public void The_fewest_lines_are_changed(string from, string to, int added, int removed)
    {
        var difference = LineDifference.Between(Lines(from), Lines(to));
        Assert.Equal((added, removed), (difference.Added, difference.Removed));
    }

    [Fact]
    public void Side_by_side_what_was_removed_stands_beside_what_was_added_in_its_place()
    {
        var run = LineDifference.Between(["a", "old 1", "old 2", "z"], ["a", "new 1", "z", "end"], context: 3).Hunks.Single();
        Assert.Equal([("a", "a"), ("old 1", "new 1"), ("old 2", null), ("z", "z"), (null, "end")], DifferencePair.Of(run).Select(p => (p.From?.Text, p.To?.Text)));
        Assert.Equal([(1, 1), (2, 2), (3, null), (4, 3), (null, 4)], DifferencePair.Of(run).Select(p => (p.From?.From, p.To?.To)));
    }

    [Fact]
    public void Side_by_side_no_line_is_lost_and_the_order_stays()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var from = Lines(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => (char)('a' + random.Next(4)))));
            var to = Lines(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => (char)('a' + random.Next(4)))));
            foreach (var run in LineDifference.Between(from, to, context: 2).Hunks)
            {
                var pairs = DifferencePair.Of(run);
                Assert.Equal(run.Where(l => l.Kind != DifferenceKind.Added), pairs.Select(p => p.From).OfType<DifferenceLine>());
                Assert.Equal(run.Where(l => l.Kind != DifferenceKind.Removed), pairs.Select(p => p.To).OfType<DifferenceLine>());
            }
        }
    }

    [Fact]
    public void What_is_shown_rebuilds_both_sides()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var from = Lines(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)('a' + random.Next(5)))));
            var to = Lines(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)('a' + random.Next(5)))));
            var lines = LineDifference.Between(from, to, context: 100).Hunks.SelectMany(h => h).ToList();
            if (lines.Count == 0)
            {
                Assert.Equal(from, to);
                continue;
            }

            Assert.Equal(from, lines.Where(l => l.Kind != DifferenceKind.Added).Select(l => l.Text));
            Assert.Equal(to, lines.Where(l => l.Kind != DifferenceKind.Removed).Select(l => l.Text));
            Assert.All(lines, l => Assert.True((l.From is null || from[l.From.Value - 1] == l.Text) && (l.To is null || to[l.To.Value - 1] == l.Text)));
        }
    }

    [Fact]
    public void A_rewritten_text_of_ten_thousand_lines_is_shown_as_replaced()
    {
        var difference = LineDifference.Between([.. Enumerable.Range(0, 10_000).Select(i => $"a{i}")], [.. Enumerable.Range(0, 10_000).Select(i => $"b{i}")]);
        Assert.Equal((10_000, 10_000), (difference.Added, difference.Removed));
    }

    [Fact]
    public void Changes_far_apart_stand_in_hunks_of_their_own()
    {
        var from = Enumerable.Range(0, 100).Select(i => $"line {i}").ToList();
        var to = from.ToList();
        to[10] = "other";
        to[80] = "other";
        Assert.Equal([8, 8], LineDifference.Between(from, to).Hunks.Select(h => h.Count));
    }

    private static IReadOnlyList<string> Lines(string text) => [.. text.Select(c => c.ToString())];
}
