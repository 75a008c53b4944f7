namespace IspPortal.Core.Billing.Tax;

/// <summary>What a tax code means from a day on, until the next rule of the same code.</summary>
/// <param name="Code">The code on lines; never empty.</param>
/// <param name="ValidFromOn">The first day.</param>
/// <param name="Name">Its name on the bill, such as PPN 12 %.</param>
/// <param name="RateBasisPoints">The rate on its base, in hundredths of a percent: 1200 is 12 %.</param>
/// <param name="Mode">How it goes together with prices.</param>
public sealed record TaxRule(string Code, DateOnly ValidFromOn, string Name, int RateBasisPoints, TaxMode Mode = TaxMode.Exclusive)
{
    /// <summary>The share of the price that is taxed, above the line: the 11 of 11/12 (PMK 131/2024).</summary>
    public int BaseNumerator { get; init; } = 1;

    /// <summary>The same, below the line.</summary>
    public int BaseDenominator { get; init; } = 1;

    /// <summary>Whether the base on paper (DPP nilai lain) differs from the price.</summary>
    public bool HasOtherBase => BaseNumerator != BaseDenominator;
}
