namespace IspPortal.Core.Billing.Tax;

/// <summary>The tax rules of an installation, by code and day.</summary>
/// <param name="rules">All of them, in any order; two of one code and day are a broken promise and throw.</param>
public sealed class TaxTable(IReadOnlyCollection<TaxRule> rules)
{
    /// <summary>The code of Indonesian value added tax on prices without it.</summary>
    public const string Ppn = "ppn";

    /// <summary>The same on prices that have it in them.</summary>
    public const string PpnIncluded = "ppn-included";

    private readonly Dictionary<string, TaxRule[]> _byCode = rules.GroupBy(rule => rule.Code, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, Ordered, StringComparer.Ordinal);

    /// <summary>
    /// PPN as far as it is known: 10 % until 2022-03-31, 11 % from 2022-04-01 (UU 7/2021), from 2025-01-01 12 % on 11/12 of the price (PMK 131/2024 art. 2–3). Both ways of stating prices.
    /// </summary>
    public static TaxTable Indonesia { get; } = new([.. Known(Ppn, TaxMode.Exclusive), .. Known(PpnIncluded, TaxMode.Inclusive)]);

    /// <summary>All rules, by code and day.</summary>
    public IEnumerable<TaxRule> Rules => _byCode.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value);

    /// <summary>The rule of <paramref name="code"/> on a day; null: the code is empty, or has no rule yet on that day. A code that has none at all is a broken promise and throws.</summary>
    public TaxRule? Find(string code, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length == 0)
        {
            return null;
        }

        return _byCode.TryGetValue(code, out var known) ? Array.FindLast(known, rule => rule.ValidFromOn <= on) : throw new ArgumentException($"There is no tax rule {code}.", nameof(code));
    }

    private static TaxRule[] Ordered(IGrouping<string, TaxRule> group)
    {
        var ordered = group.OrderBy(rule => rule.ValidFromOn).ToArray();
        if (ordered.DistinctBy(rule => rule.ValidFromOn).Count() != ordered.Length)
        {
            throw new ArgumentException($"{group.Key} has two rules of one day.", nameof(group));
        }

        return ordered;
    }

    private static IEnumerable<TaxRule> Known(string code, TaxMode mode) =>
    [
        new(code, DateOnly.MinValue, "PPN 10 %", 1_000, mode),
        new(code, new(2022, 4, 1), "PPN 11 %", 1_100, mode),
        new(code, new(2025, 1, 1), "PPN 12 %", 1_200, mode) { BaseNumerator = 11, BaseDenominator = 12 },
    ];
}
