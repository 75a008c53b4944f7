namespace IspPortal.Core.Common.Money;

/// <summary>A currency. Source of the exponents: ISO 4217; the rupiah's own is 0 here because sen are no longer paid in.</summary>
/// <param name="Code">ISO 4217, upper case.</param>
/// <param name="Exponent">Digits behind the decimal sign.</param>
/// <param name="Symbol">What stands before an amount.</param>
public sealed record Currency(string Code, int Exponent, string Symbol)
{
    /// <summary>The rupiah, and the one currency of an installation.</summary>
    public static Currency Idr { get; } = new("IDR", 0, "Rp");

    /// <summary>How many minor units make one.</summary>
    public long Scale => Exponent switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1000, _ => throw new InvalidOperationException($"{Code} has an exponent of {Exponent}.") };
}
