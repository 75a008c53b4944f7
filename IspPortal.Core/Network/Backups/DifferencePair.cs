namespace IspPortal.Core.Network.Backups;

/// <summary>Two lines that stand beside each other.</summary>
/// <param name="From">Of the first text, or null.</param>
/// <param name="To">Of the second text, or null; of an unchanged line the same as <paramref name="From"/>.</param>
public sealed record DifferencePair(DifferenceLine? From, DifferenceLine? To)
{
    /// <summary>Lays a run of lines side by side: what was removed beside what was added in its place, in order; whichever is longer goes on alone.</summary>
    public static IReadOnlyList<DifferencePair> Of(IReadOnlyList<DifferenceLine> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var pairs = new List<DifferencePair>(run.Count);
        var (removed, added) = (new List<DifferenceLine>(), new List<DifferenceLine>());
        foreach (var line in run)
        {
            if (line.Kind == DifferenceKind.Same)
            {
                Flush();
                pairs.Add(new DifferencePair(line, line));
            }
            else
            {
                (line.Kind == DifferenceKind.Removed ? removed : added).Add(line);
            }
        }

        Flush();
        return pairs;

        void Flush()
        {
            for (var i = 0; i < Math.Max(removed.Count, added.Count); i++)
            {
                pairs.Add(new DifferencePair(removed.ElementAtOrDefault(i), added.ElementAtOrDefault(i)));
            }

            removed.Clear();
            added.Clear();
        }
    }
}
