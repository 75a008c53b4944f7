namespace IspPortal.Core.Network.Backups;

/// <summary>
/// Compares texts line by line with the fewest changed lines. Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
/// Beyond <see cref="MaxChanges"/> changed lines the middle is shown as replaced whole.
/// </summary>
public static class LineDifference
{
    /// <summary>How many changed lines are looked through for the shortest difference.</summary>
    public const int MaxChanges = 2000;

    /// <summary>Compares; <paramref name="context"/> unchanged lines stay around each change.</summary>
    public static TextDifference Between(IReadOnlyList<string> from, IReadOnlyList<string> to, int context = 3)
    {
        var head = 0;
        while (head < from.Count && head < to.Count && from[head] == to[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < from.Count - head && tail < to.Count - head && from[^(tail + 1)] == to[^(tail + 1)])
        {
            tail++;
        }

        var lines = new List<DifferenceLine>();
        for (var i = 0; i < head; i++)
        {
            lines.Add(new DifferenceLine(DifferenceKind.Same, i + 1, i + 1, from[i]));
        }

        lines.AddRange(Middle(from, to, head, from.Count - tail, to.Count - tail));
        for (var i = tail; i > 0; i--)
        {
            lines.Add(new DifferenceLine(DifferenceKind.Same, from.Count - i + 1, to.Count - i + 1, from[^i]));
        }

        return new TextDifference(lines.Count(l => l.Kind == DifferenceKind.Added), lines.Count(l => l.Kind == DifferenceKind.Removed), Hunks(lines, context));
    }

    private static IEnumerable<DifferenceLine> Middle(IReadOnlyList<string> from, IReadOnlyList<string> to, int start, int fromEnd, int toEnd)
    {
        var (n, m) = (fromEnd - start, toEnd - start);
        if (n == 0 || m == 0 || Trace(from, to, start, n, m) is not { } trace)
        {
            return Enumerable.Range(start, n).Select(i => new DifferenceLine(DifferenceKind.Removed, i + 1, null, from[i]))
                .Concat(Enumerable.Range(start, m).Select(i => new DifferenceLine(DifferenceKind.Added, null, i + 1, to[i])));
        }

        var lines = new List<DifferenceLine>();
        var (x, y) = (n, m);
        for (var d = trace.Count - 1; x > 0 || y > 0; d--)
        {
            var k = x - y;
            var isDown = d > 0 && (k == -d || (k != d && At(trace[d - 1], k - 1) < At(trace[d - 1], k + 1)));
            var previousX = d == 0 ? 0 : isDown ? At(trace[d - 1], k + 1) : At(trace[d - 1], k - 1);
            var previousY = d == 0 ? 0 : previousX - (isDown ? k + 1 : k - 1);
            while (x > previousX && y > previousY)
            {
                lines.Add(new DifferenceLine(DifferenceKind.Same, start + x, start + y, from[start + x - 1]));
                (x, y) = (x - 1, y - 1);
            }

            if (d == 0)
            {
                break;
            }

            lines.Add(isDown
                ? new DifferenceLine(DifferenceKind.Added, null, start + y, to[start + y - 1])
                : new DifferenceLine(DifferenceKind.Removed, start + x, null, from[start + x - 1]));
            (x, y) = (previousX, previousY);
        }

        lines.Reverse();
        return lines;
    }

    // The furthest reach on each diagonal after every number of changes; null when there are too many.
    private static List<int[]>? Trace(IReadOnlyList<string> from, IReadOnlyList<string> to, int start, int n, int m)
    {
        var trace = new List<int[]>();
        var most = Math.Min(n + m, MaxChanges);
        for (var d = 0; d <= most; d++)
        {
            // Diagonals -d to d, at index k + d.
            var reach = new int[(2 * d) + 1];
            for (var k = -d; k <= d; k += 2)
            {
                var x = d == 0 ? 0
                    : k == -d || (k != d && At(trace[d - 1], k - 1) < At(trace[d - 1], k + 1)) ? At(trace[d - 1], k + 1)
                    : At(trace[d - 1], k - 1) + 1;
                var y = x - k;
                while (x < n && y < m && from[start + x] == to[start + y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                reach[k + d] = x;
                if (x >= n && y >= m)
                {
                    trace.Add(reach);
                    return trace;
                }
            }

            trace.Add(reach);
        }

        return null;
    }

    private static int At(int[] reach, int k)
    {
        var index = k + (reach.Length / 2);
        return index < 0 || index >= reach.Length ? -1 : reach[index];
    }

    private static List<IReadOnlyList<DifferenceLine>> Hunks(List<DifferenceLine> lines, int context)
    {
        var hunks = new List<IReadOnlyList<DifferenceLine>>();
        List<DifferenceLine>? open = null;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == DifferenceKind.Same)
            {
                continue;
            }

            if (open is null || i - last > (2 * context) + 1)
            {
                if (open is not null)
                {
                    open.AddRange(lines.Skip(last + 1).Take(context));
                }

                open = [.. lines.Take(i).Skip(Math.Max(last + 1, i - context))];
                hunks.Add(open);
            }
            else
            {
                open.AddRange(lines.Skip(last + 1).Take(i - last - 1));
            }

            open.Add(lines[i]);
            last = i;
        }

        open?.AddRange(lines.Skip(last + 1).Take(context));
        return hunks;
    }
}
