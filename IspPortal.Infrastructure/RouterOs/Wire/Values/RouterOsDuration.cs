namespace IspPortal.Infrastructure.RouterOs.Wire.Values;

/// <summary>
/// Durations as RouterOS writes them: <c>1w2d3h4m5s</c> with parts left out, <c>1d02:03:04</c>, <c>01:22:53</c>, <c>200ms</c>,
/// <c>453us</c>, <c>1s500ms</c>, <c>00:00:00.2</c>, and a bare number of seconds.
/// </summary>
internal static class RouterOsDuration
{
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        if (text.IsEmpty)
        {
            return false;
        }

        // Ticks, kept small enough that the sum cannot overflow.
        long ticks = 0;
        while (!text.IsEmpty)
        {
            if (!TryNumber(ref text, out var number))
            {
                return false;
            }

            if (!text.IsEmpty && text[0] == (byte)':')
            {
                if (!TryClock(number, text, out var clock))
                {
                    return false;
                }

                ticks += clock;
                break;
            }

            if (!TryUnit(ref text, number, out var part))
            {
                return false;
            }

            ticks += part;
            if (ticks < 0)
            {
                return false;
            }
        }

        value = TimeSpan.FromTicks(ticks);
        return true;
    }

    private static bool TryUnit(ref ReadOnlySpan<byte> text, long number, out long ticks)
    {
        var unit = text.IsEmpty ? (byte)'s' : text[0];
        var length = text.IsEmpty ? 0 : 1;
        long ticksPerUnit;
        switch (unit)
        {
            case (byte)'w':
                ticksPerUnit = TimeSpan.TicksPerDay * 7;
                break;
            case (byte)'d':
                ticksPerUnit = TimeSpan.TicksPerDay;
                break;
            case (byte)'h':
                ticksPerUnit = TimeSpan.TicksPerHour;
                break;
            case (byte)'m' when text.Length > 1 && text[1] == (byte)'s':
                ticksPerUnit = TimeSpan.TicksPerMillisecond;
                length = 2;
                break;
            case (byte)'m':
                ticksPerUnit = TimeSpan.TicksPerMinute;
                break;
            case (byte)'s':
                ticksPerUnit = TimeSpan.TicksPerSecond;
                break;
            case (byte)'u' when text.Length > 1 && text[1] == (byte)'s':
                ticksPerUnit = TimeSpan.TicksPerMicrosecond;
                length = 2;
                break;
            default:
                ticks = 0;
                return false;
        }

        text = text[length..];
        return TryScale(number, ticksPerUnit, out ticks);
    }

    // hh has been read; the rest is ":mm:ss", ":mm" or either with a fraction.
    private static bool TryClock(long hours, ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        text = text[1..];
        if (!TryNumber(ref text, out var minutes) || minutes > 59)
        {
            return false;
        }

        long seconds = 0;
        if (!text.IsEmpty && text[0] == (byte)':')
        {
            text = text[1..];
            if (!TryNumber(ref text, out seconds) || seconds > 59)
            {
                return false;
            }
        }

        long fraction = 0;
        if (!text.IsEmpty && text[0] == (byte)'.')
        {
            var scale = TimeSpan.TicksPerSecond;
            for (text = text[1..]; !text.IsEmpty && text[0] is >= (byte)'0' and <= (byte)'9'; text = text[1..])
            {
                scale /= 10;
                fraction += (text[0] - '0') * scale;
            }
        }

        if (!text.IsEmpty || !TryScale(hours, TimeSpan.TicksPerHour, out var hourTicks))
        {
            return false;
        }

        ticks = hourTicks + (minutes * TimeSpan.TicksPerMinute) + (seconds * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        var digits = 0;
        while (digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9')
        {
            if (number > 100_000_000_000)
            {
                return false;
            }

            number = (number * 10) + (text[digits] - '0');
            digits++;
        }

        text = text[digits..];
        return digits > 0;
    }

    private static bool TryScale(long number, long ticksPerUnit, out long ticks)
    {
        ticks = 0;
        if (number > TimeSpan.MaxValue.Ticks / 8 / ticksPerUnit)
        {
            return false;
        }

        ticks = number * ticksPerUnit;
        return true;
    }
}
