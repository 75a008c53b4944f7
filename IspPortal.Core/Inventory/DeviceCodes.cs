using IspPortal.Core.Common.Search;

namespace IspPortal.Core.Inventory;

/// <summary>Serial numbers and MAC addresses as they come from labels, scanners and files, and as they are kept.</summary>
public static class DeviceCodes
{
    /// <summary>The shortest serial number that is believed.</summary>
    public const int ShortestSerial = 4;

    /// <summary>The longest serial number.</summary>
    public const int LongestSerial = 40;

    private static readonly char[] Separators = [' ', '\t', ',', ';'];

    /// <summary>The serial number as it is kept: trimmed, upper case; null when it is none (letters, digits, and <c>-</c> <c>.</c> <c>_</c> <c>/</c>).</summary>
    public static string? SerialOf(string? text)
    {
        var serial = text?.Trim().ToUpperInvariant() ?? "";
        return serial.Length is >= ShortestSerial and <= LongestSerial && serial.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '/') ? serial : null;
    }

    /// <summary>The MAC address as <c>AA:BB:CC:00:11:22</c> from any usual form; null when it is none of a single device.</summary>
    public static string? MacOf(string? text)
    {
        var digits = string.Concat((text ?? "").Where(letter => letter is not (':' or '-' or '.' or ' '))).ToUpperInvariant();
        if (digits.Length != 12 || !digits.All(char.IsAsciiHexDigit) || digits.All(digit => digit == '0'))
        {
            return null;
        }

        // The lowest bit of the first byte means a group of devices (IEEE 802).
        return (Convert.ToByte(digits[..2], 16) & 1) == 1 ? null : string.Join(':', digits.Chunk(2).Select(pair => new string(pair)));
    }

    /// <summary>Reads lines of a list: a serial number, and behind a separator a MAC address. Blank lines are left out; the numbers count the others from 1.</summary>
    public static IReadOnlyList<DeviceLine> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var read = new List<DeviceLine>();
        var serials = new HashSet<string>(StringComparer.Ordinal);
        var macs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.SelectMany(text => (text ?? "").Split('\n')).Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            var parts = line.Split(Separators, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var serial = parts.Length > 0 ? SerialOf(parts[0]) : null;
            var mac = parts.Length > 1 ? MacOf(parts[1]) : null;
            var wrong = serial is null ? "inventory.not_a_serial"
                : parts.Length > 1 && mac is null ? "inventory.not_a_mac"
                : !serials.Add(serial) || (mac is not null && !macs.Add(mac)) ? "inventory.twice_in_list"
                : null;
            read.Add(new DeviceLine(read.Count + 1, line, serial, mac, wrong));
        }

        return read;
    }

    /// <summary>What a device is searched by.</summary>
    internal static string KeyOf(string serial, string? mac) => SearchKey.Of(serial, mac, mac?.Replace(":", "", StringComparison.Ordinal));
}
