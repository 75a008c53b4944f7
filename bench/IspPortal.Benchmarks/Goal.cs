using System.Globalization;

namespace IspPortal.Benchmarks;

/// <summary>The goal beside a figure, and whether the figure meets it.</summary>
internal static class Goal
{
    public static string Under(double value, double limit, string what = "") => Text(value < limit, string.Create(CultureInfo.InvariantCulture, $"{what}under {limit:#,0.##}"));

    public static string AtLeast(double value, double limit) => Text(value >= limit, string.Create(CultureInfo.InvariantCulture, $"at least {limit:#,0.##}"));

    public static string Exactly(double value, double wanted) => Text(value == wanted, wanted.ToString(CultureInfo.InvariantCulture));

    private static string Text(bool met, string goal) => $"(goal: {goal}: {(met ? "met" : "MISSED")})";
}
