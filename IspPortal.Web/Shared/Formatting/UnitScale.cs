using System.Globalization;

namespace IspPortal.Web.Shared.Formatting;

/// <summary>
/// Scales a figure in steps of 1,000. A figure that hovers around a step keeps the unit it was last shown in: it goes up at 1,000
/// and down only below 800 of the smaller unit.
/// </summary>
internal sealed class UnitScale(params IReadOnlyList<string> units)
{
    private const double KeepAbove = 0.8;

    public static UnitScale BitRate { get; } = new("bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s");

    public static UnitScale Bytes { get; } = new("B", "kB", "MB", "GB", "TB", "PB");

    /// <summary>The index of the unit to show <paramref name="value"/> in, given the one it was shown in before (or null).</summary>
    public int Choose(double value, int? previous)
    {
        var magnitude = Math.Abs(value);
        var fitting = 0;
        while (fitting < units.Count - 1 && magnitude >= 1000 * Math.Pow(1000, fitting))
        {
            fitting++;
        }

        return previous is { } last && last == fitting + 1 && last < units.Count && magnitude >= KeepAbove * Math.Pow(1000, last) ? last : fitting;
    }

    public Quantity Format(double? value, CultureInfo culture, int? unit = null)
    {
        if (value is not { } known || double.IsNaN(known))
        {
            return Quantity.Unknown;
        }

        var index = unit ?? Choose(known, null);
        var scaled = known / Math.Pow(1000, index);
        return new Quantity(scaled.ToString(index == 0 ? "N0" : Digits(scaled), culture), units[index]);
    }

    // Three figures that matter; the next step is prevented from showing as 1,000.
    private static string Digits(double scaled) => Math.Abs(scaled) switch
    {
        < 9.995 => "N2",
        < 99.95 => "N1",
        _ => "N0",
    };
}
