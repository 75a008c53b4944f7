using System.Globalization;
using System.Text;

namespace IspPortal.Core.Network.Backups;

/// <summary>
/// Reads a version's text: the router's <c>/export</c> or the portal's own dump, which has the same grammar. A line that begins with <c>/</c> names a menu,
/// one that begins with <c>add</c> is an item of it; a backslash at the end goes on in the next line. Source: MikroTik manual, "Configuration Management".
/// </summary>
internal static class BackupText
{
    /// <summary>The lines that are compared: without the header, which holds the time, and with continued lines joined.</summary>
    public static IReadOnlyList<string> LinesOf(string text)
    {
        var lines = new List<string>();
        var open = new StringBuilder();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            if (lines.Count == 0 && open.Length == 0 && (line.StartsWith('#') || line.Length == 0))
            {
                continue;
            }

            line = open.Length > 0 ? line.TrimStart() : line;
            if (line.EndsWith('\\') && !line.EndsWith("\\\\", StringComparison.Ordinal))
            {
                open.Append(line, 0, line.Length - 1);
                continue;
            }

            lines.Add(open.Append(line).ToString());
            open.Clear();
        }

        if (open.Length > 0)
        {
            lines.Add(open.ToString());
        }

        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    /// <summary>The items of all menus in the text's order; lines that are no <c>add</c> are passed over.</summary>
    public static IReadOnlyList<BackupItem> ItemsOf(string text)
    {
        var items = new List<BackupItem>();
        var menu = "";
        foreach (var line in LinesOf(text))
        {
            if (line.StartsWith('/'))
            {
                menu = MenuOf(line);
            }
            else if (line.StartsWith("add ", StringComparison.Ordinal))
            {
                items.Add(new BackupItem(menu, FieldsOf(line.AsSpan(4))));
            }
        }

        return items;
    }

    /// <summary>The lines of <paramref name="then"/> that <paramref name="now"/> does not hold, under their menus, without the menus that a plan restores: commands to copy.</summary>
    public static string CommandsMissing(string then, string now, Func<string, bool> isPlanned)
    {
        var held = new HashSet<(string Menu, string Line)>(WithMenus(now));
        var commands = new StringBuilder();
        string? written = null;
        foreach (var (menu, line) in WithMenus(then).Where(l => !isPlanned(l.Menu) && !held.Contains(l)))
        {
            if (menu != written)
            {
                commands.Append(MenuLine(menu)).Append('\n');
                written = menu;
            }

            commands.Append(line).Append('\n');
        }

        return commands.ToString();
    }

    /// <summary>The line that goes to a menu: <c>/ip firewall filter</c>.</summary>
    public static string MenuLine(string menu) => "/" + menu[1..].Replace('/', ' ');

    /// <summary>A value as both forms write it: in quotes where it holds anything but plain characters.</summary>
    public static string Quote(string value)
    {
        if (value.Length > 0 && value.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return value;
        }

        var quoted = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value)
        {
            quoted.Append(c switch
            {
                '"' or '\\' or '$' => "\\" + c,
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static IEnumerable<(string Menu, string Line)> WithMenus(string text)
    {
        var menu = "";
        foreach (var line in LinesOf(text))
        {
            if (line.StartsWith('/'))
            {
                menu = MenuOf(line);
            }
            else if (line.Length > 0)
            {
                yield return (menu, line);
            }
        }
    }

    private static string MenuOf(string line) => "/" + string.Join('/', line[1..].Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, string> FieldsOf(ReadOnlySpan<char> line)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!(line = line.TrimStart()).IsEmpty)
        {
            var equals = line.IndexOf('=');
            var space = line.IndexOf(' ');
            if (equals < 0 || (space >= 0 && space < equals))
            {
                // A word without a value, e.g. a property that is taken away.
                line = space < 0 ? [] : line[space..];
                continue;
            }

            var name = line[..equals].ToString();
            line = line[(equals + 1)..];
            if (line.StartsWith("\""))
            {
                fields[name] = Unquote(line[1..], out var length);
                line = line[Math.Min(line.Length, length + 2)..];
            }
            else
            {
                var end = line.IndexOf(' ');
                fields[name] = (end < 0 ? line : line[..end]).ToString();
                line = end < 0 ? [] : line[end..];
            }
        }

        return fields;
    }

    // Letters beyond ASCII come as \C3\A9, byte by byte.
    private static string Unquote(ReadOnlySpan<char> text, out int length)
    {
        var bytes = new List<byte>(text.Length);
        for (length = 0; length < text.Length && text[length] != '"'; length++)
        {
            if (text[length] != '\\' || length + 1 == text.Length)
            {
                var isPair = char.IsHighSurrogate(text[length]) && length + 1 < text.Length;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Slice(length, isPair ? 2 : 1).ToArray()));
                length += isPair ? 1 : 0;
                continue;
            }

            var next = text[++length];
            if (length + 1 < text.Length && byte.TryParse(text.Slice(length, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                length++;
                continue;
            }

            bytes.Add((byte)(next switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '_' => ' ', _ => next < 128 ? next : '?' }));
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_/:,@*!");
}
