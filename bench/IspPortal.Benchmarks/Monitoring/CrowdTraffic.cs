namespace IspPortal.Benchmarks.Monitoring;

/// <summary>
/// The counters of many lines, poll by poll: most lie idle with a trickle, some browse in bursts, some stream at a steady mean, a few download. Whole bytes, and
/// no two polls alike: what a router counts.
/// </summary>
internal sealed class CrowdTraffic(int lines, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Habit[] _habits = new Habit[lines];
    private readonly double[] _means = new double[lines];

    public long[] Down { get; } = new long[lines];

    public long[] Up { get; } = new long[lines];

    private enum Habit
    {
        Idle,
        Browse,
        Stream,
        Download,
    }

    /// <summary>Another poll, ten seconds later.</summary>
    public void Advance()
    {
        for (var i = 0; i < lines; i++)
        {
            if (_means[i] == 0 || _random.Next(60) == 0)
            {
                _habits[i] = _random.Next(100) switch { < 58 => Habit.Idle, < 82 => Habit.Browse, < 96 => Habit.Stream, _ => Habit.Download };
                _means[i] = _habits[i] switch
                {
                    Habit.Idle => 200 + _random.Next(2_000),
                    Habit.Browse => 60_000 * (0.3 + _random.NextDouble()),
                    Habit.Stream => 5_000_000 * (0.3 + _random.NextDouble()),
                    _ => 25_000_000 * (0.3 + _random.NextDouble()),
                };
            }

            var down = _habits[i] switch
            {
                Habit.Idle => _random.Next(3) == 0 ? 0 : _means[i] * _random.NextDouble(),
                Habit.Browse => _random.Next(3) == 0 ? _means[i] * 8 * _random.NextDouble() : _means[i] * 0.1 * _random.NextDouble(),
                Habit.Stream => _means[i] * (0.85 + (0.3 * _random.NextDouble())),
                _ => _means[i] * (0.95 + (0.1 * _random.NextDouble())),
            };
            Down[i] += (long)down;
            Up[i] += (long)(down * (0.02 + (0.05 * _random.NextDouble())));
        }
    }
}
