using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>One attribute value of a row, formatted only when it is sent: a table of thousands of rows costs no string per counter.</summary>
internal readonly struct RosValue
{
    /// <summary>Longest text of anything but <see cref="Kind.Text"/>.</summary>
    public const int MaxFormatted = 64;

    private readonly Kind _kind;
    private readonly string? _text;
    private readonly long _first;
    private readonly long _second;

    private RosValue(Kind kind, string? text, long first, long second)
    {
        _kind = kind;
        _text = text;
        _first = first;
        _second = second;
    }

    private enum Kind : byte
    {
        Absent,
        Text,
        Number,
        Pair,
        Duration,
        Id,
    }

    /// <summary>The row lacks the word.</summary>
    public static RosValue Absent => default;

    public static RosValue True { get; } = Text("true");

    public static RosValue False { get; } = Text("false");

    public bool IsAbsent => _kind == Kind.Absent;

    public bool IsText => _kind == Kind.Text;

    public static RosValue Text(string? text) => text is null ? default : new(Kind.Text, text, 0, 0);

    public static RosValue Number(long number) => new(Kind.Number, null, number, 0);

    public static RosValue Pair(long first, long second) => new(Kind.Pair, null, first, second);

    public static RosValue Flag(bool value) => value ? True : False;

    public static RosValue Duration(long ticks) => new(Kind.Duration, null, ticks / TimeSpan.TicksPerSecond, 0);

    public static RosValue Id(uint id) => new(Kind.Id, null, id, 0);

    /// <summary>The text itself; valid when <see cref="IsText"/>.</summary>
    public string AsText() => _text!;

    /// <summary>Writes anything but text and returns its length.</summary>
    public int Format(Span<byte> target)
    {
        switch (_kind)
        {
            case Kind.Number:
                Utf8Formatter.TryFormat(_first, target, out var length);
                return length;
            case Kind.Pair:
                Utf8Formatter.TryFormat(_first, target, out length);
                target[length++] = (byte)'/';
                Utf8Formatter.TryFormat(_second, target[length..], out var second);
                return length + second;
            case Kind.Id:
                target[0] = (byte)'*';
                Utf8Formatter.TryFormat((uint)_first, target[1..], out length, new('X'));
                return length + 1;
            case Kind.Duration:
                return FormatDuration(_first, target);
            default:
                return 0;
        }
    }

    public override string ToString()
    {
        if (_kind == Kind.Text)
        {
            return _text!;
        }

        Span<byte> buffer = stackalloc byte[MaxFormatted];
        return Encoding.ASCII.GetString(buffer[..Format(buffer)]);
    }

    private static int FormatDuration(long seconds, Span<byte> target)
    {
        if (seconds <= 0)
        {
            "0s"u8.CopyTo(target);
            return 2;
        }

        var length = 0;
        length += Part(seconds / 604_800, (byte)'w', target[length..]);
        length += Part(seconds / 86_400 % 7, (byte)'d', target[length..]);
        length += Part(seconds / 3_600 % 24, (byte)'h', target[length..]);
        length += Part(seconds / 60 % 60, (byte)'m', target[length..]);
        length += Part(seconds % 60, (byte)'s', target[length..]);
        return length;
    }

    private static int Part(long amount, byte unit, Span<byte> target)
    {
        if (amount == 0)
        {
            return 0;
        }

        Utf8Formatter.TryFormat(amount, target, out var length);
        target[length] = unit;
        return length + 1;
    }

    /// <summary>A duration as requests write it: <c>1w2d3h4m5s</c>, <c>1d02:03:04</c>, <c>00:01:00</c>, <c>200ms</c> or plain seconds; null when it is none.</summary>
    public static TimeSpan? ParseDuration(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var total = TimeSpan.Zero;
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] is ':' or '.'))
            {
                position++;
            }

            var number = text.AsSpan(start, position - start);
            if (number.Contains(':'))
            {
                return TimeSpan.TryParse(number, CultureInfo.InvariantCulture, out var clock) ? total + clock : null;
            }

            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return null;
            }

            var unit = position;
            while (position < text.Length && char.IsAsciiLetterLower(text[position]))
            {
                position++;
            }

            TimeSpan? part = text[unit..position] switch
            {
                "w" => TimeSpan.FromDays(7 * amount),
                "d" => TimeSpan.FromDays(amount),
                "h" => TimeSpan.FromHours(amount),
                "m" => TimeSpan.FromMinutes(amount),
                "s" or "" => TimeSpan.FromSeconds(amount),
                "ms" => TimeSpan.FromMilliseconds(amount),
                "us" => TimeSpan.FromMicroseconds(amount),
                _ => null,
            };
            if (part is null || position == start)
            {
                return null;
            }

            total += part.Value;
        }

        return total;
    }
}
