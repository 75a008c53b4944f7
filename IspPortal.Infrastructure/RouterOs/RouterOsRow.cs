using System.Text;
using IspPortal.Infrastructure.RouterOs.Wire;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>A row of a small table, with any columns. A column that the router did not send, or sent in another form, is null.</summary>
internal sealed class RouterOsRow
{
    private readonly KeyValuePair<string, string>[] _columns;

    public RouterOsRow(params KeyValuePair<string, string>[] columns) => _columns = columns;

    /// <summary>The columns in the router's order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Columns => _columns;

    /// <summary><c>*1F</c>, or null.</summary>
    public string? Id => this[".id"];

    /// <summary>True for a listen's news that the item is gone.</summary>
    public bool IsDead => Bool(".dead") ?? false;

    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in _columns)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public long? Long(string name) => TryBytes(name, out var bytes) && RouterOsNumber.TryParse(bytes, out long value) ? value : null;

    public bool? Bool(string name) => TryBytes(name, out var bytes) && RouterOsNumber.TryParse(bytes, out bool value) ? value : null;

    public TimeSpan? Duration(string name) => TryBytes(name, out var bytes) && RouterOsDuration.TryParse(bytes, out var value) ? value : null;

    /// <summary>Bits per second.</summary>
    public long? Rate(string name) => TryBytes(name, out var bytes) && RouterOsNumber.TryParseRate(bytes, out var value) ? value : null;

    /// <summary>In the router's zone; <paramref name="today"/> is the router's date, for forms without one.</summary>
    public DateTime? LocalTime(string name, DateOnly today) => RouterOsTimestamp.TryParse(this[name], today, out var value) ? value : null;

    public static RouterOsRow From(in SentenceView sentence)
    {
        var columns = new KeyValuePair<string, string>[sentence.WordCount];
        var count = 0;
        foreach (var attribute in sentence)
        {
            columns[count++] = new(WireText.DecodePooled(attribute.Name), WireText.Decode(attribute.Value));
        }

        Array.Resize(ref columns, count);
        return new RouterOsRow(columns);
    }

    private bool TryBytes(string name, out ReadOnlySpan<byte> bytes)
    {
        var text = this[name];
        bytes = text is null ? default : Encoding.UTF8.GetBytes(text);
        return text is not null;
    }
}
