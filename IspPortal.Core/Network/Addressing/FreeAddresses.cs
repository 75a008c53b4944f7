namespace IspPortal.Core.Network.Addressing;

/// <summary>Finds addresses that nobody has. Pure.</summary>
internal static class FreeAddresses
{
    /// <summary>The lowest address of the range that is not taken, or null. Takes as long as there are taken ones, however large the range.</summary>
    public static long? First(AddressRange range, IReadOnlyCollection<long> taken)
    {
        var free = range.From;
        foreach (var next in taken.Where(range.Contains).Distinct().Order())
        {
            if (next > free)
            {
                break;
            }

            free = next + 1;
        }

        return free <= range.To ? free : null;
    }

    /// <summary>A range as somebody writes it; of a net the first and the last address are left out, they are the net's own. Null: it is none.</summary>
    public static AddressRange? RangeOf(string text) =>
        !AddressRange.TryParse(text, out var range) ? null
        : text.Contains('/', StringComparison.Ordinal) && range.Size > 2 ? new AddressRange(range.From + 1, range.To - 1)
        : range;
}
