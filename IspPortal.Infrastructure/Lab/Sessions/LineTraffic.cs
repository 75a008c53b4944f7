using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>The two directions of one line, and how to derive them from who uses it and how it is shaped.</summary>
internal sealed class LineTraffic
{
    private const double UnshapedBytesPerSecond = 12_500_000;
    private const double Gigabyte = 1e9;

    private readonly TrafficCurve _down;
    private readonly TrafficCurve _up;

    public LineTraffic(ulong seed, bool isOffice, ShapedRate? rate)
    {
        var downCap = rate is { Down: > 0 } ? rate.Down / 8.0 : UnshapedBytesPerSecond;
        var upCap = rate is { Up: > 0 } ? rate.Up / 8.0 : UnshapedBytesPerSecond;

        // Heavy-tailed over the lines: most use a few GB a day, some a hundred; who pays for more speed uses more, but not in proportion.
        var appetite = Math.Exp(1.05 * Noise.Normal(seed, 1)) * (isOffice ? 2.2 : 1);
        var speed = Math.Sqrt(Math.Clamp(downCap / 2_500_000, 0.02, 25));
        var dayBytes = 5.5 * Gigabyte * appetite * speed;
        var upShare = 0.05 + (0.10 * Noise.Unit(seed, 7));
        var rhythm = isOffice ? DailyRhythm.Office : DailyRhythm.Home;
        _down = new(seed, Noise.Mix(seed + 1), dayBytes, downCap, rhythm);
        _up = new(seed, Noise.Mix(seed + 2), dayBytes * upShare, upCap, rhythm);
    }

    /// <summary>Bytes per second to and from the customer.</summary>
    public (double Down, double Up) RateAt(long ticks) => (_down.RateAt(ticks), _up.RateAt(ticks));

    /// <summary>Bytes to and from the customer between two instants.</summary>
    public (double Down, double Up) Between(long fromTicks, long toTicks) => (_down.Between(fromTicks, toTicks), _up.Between(fromTicks, toTicks));

    /// <summary>A counter that starts at an instant.</summary>
    public Meter StartAt(long ticks) => new(this, ticks);

    /// <summary>Counts both directions from an instant on. Reads never go down, even by a rounding error.</summary>
    internal sealed class Meter
    {
        private readonly LineTraffic _traffic;
        private readonly long _day;
        private readonly double _downBefore;
        private readonly double _upBefore;
        private long _cachedDay;
        private double _cachedDown;
        private double _cachedUp;
        private double _lastDown;
        private double _lastUp;
        private long _lastTicks = -1;

        public Meter(LineTraffic traffic, long ticks)
        {
            _traffic = traffic;
            _day = TrafficCurve.DayOf(ticks);
            _cachedDay = _day;
            _downBefore = traffic._down.SinceMidnight(ticks);
            _upBefore = traffic._up.SinceMidnight(ticks);
        }

        public (double Down, double Up) At(long ticks)
        {
            if (ticks == _lastTicks)
            {
                return (_lastDown, _lastUp);
            }

            var day = TrafficCurve.DayOf(ticks);
            for (; _cachedDay < day; _cachedDay++)
            {
                _cachedDown += _traffic._down.BytesOn(_cachedDay);
                _cachedUp += _traffic._up.BytesOn(_cachedDay);
            }

            _lastTicks = ticks;
            _lastDown = Math.Max(_lastDown, _cachedDown + _traffic._down.SinceMidnight(ticks) - _downBefore);
            _lastUp = Math.Max(_lastUp, _cachedUp + _traffic._up.SinceMidnight(ticks) - _upBefore);
            return (_lastDown, _lastUp);
        }
    }
}
