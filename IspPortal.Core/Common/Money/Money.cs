using System.Globalization;
using System.Text.Json.Serialization;

namespace IspPortal.Core.Common.Money;

/// <summary>
/// An amount in whole minor units of one currency (rupiah without sen). Sums are checked: an overflow and a mix of currencies are broken promises
/// and throw. There is no floating point; what does not divide evenly is rounded half away from zero, once, where it is said.
/// </summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money : IComparable<Money>
{
    // Null is the rupiah, so that default(Money) is a zero one can add to.
    private readonly Currency? _currency;

    private Money(long minor, Currency currency)
    {
        Minor = minor;
        _currency = currency == Currency.Idr ? null : currency;
    }

    /// <summary>No rupiah at all.</summary>
    public static Money Zero { get; }

    /// <summary>The amount in minor units; negative for what is owed the other way.</summary>
    public long Minor { get; }

    /// <summary>Its currency.</summary>
    public Currency Currency => _currency ?? Currency.Idr;

    /// <summary>Whether it is nothing.</summary>
    public bool IsZero => Minor == 0;

    /// <summary>Whether it is below nothing.</summary>
    public bool IsNegative => Minor < 0;

    /// <summary>Rupiah.</summary>
    public static Money Idr(long rupiah) => new(rupiah, Currency.Idr);

    /// <summary>Minor units of any currency.</summary>
    public static Money Of(long minor, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return new(minor, currency);
    }

    /// <summary>The sum; overflow and another currency throw.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.As(left).Minor), left.Currency);

    /// <summary>The difference; overflow and another currency throw.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.As(left).Minor), left.Currency);

    /// <summary>The same the other way.</summary>
    public static Money operator -(Money value) => new(checked(-value.Minor), value.Currency);

    /// <summary>A whole multiple; overflow throws.</summary>
    public static Money operator *(Money value, long times) => new(checked(value.Minor * times), value.Currency);

    /// <summary>Whether less than another of the same currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether more than another of the same currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether at most another of the same currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether at least another of the same currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(Money other) => Minor.CompareTo(other.As(this).Minor);

    /// <summary>The fraction <paramref name="numerator"/>/<paramref name="denominator"/> of it, a half rounded away from zero. The product may exceed a long, the result may not.</summary>
    public Money Times(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, 0);
        var product = (Int128)Minor * numerator;
        var (quotient, rest) = Int128.DivRem(product, denominator);
        if (Int128.Abs(rest) * 2 >= denominator)
        {
            quotient += Int128.Sign(product);
        }

        return new(checked((long)quotient), Currency);
    }

    /// <summary>So many hundredths of a percent of it: 1,100 is 11 %. A half is rounded away from zero.</summary>
    public Money BasisPoints(long basisPoints) => Times(basisPoints, 10_000);

    /// <summary>Equal parts that add up to it exactly; the first ones are larger by one minor unit where it does not divide evenly.</summary>
    public IReadOnlyList<Money> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return Split(Enumerable.Repeat(1L, parts).ToArray());
    }

    /// <summary>
    /// Parts in the proportion of <paramref name="weights"/> (none negative, not all 0) that add up to it exactly: each gets its share rounded towards
    /// zero, and what is left goes, one minor unit each, to those that lost most; of equals the earlier.
    /// </summary>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            total += weight;
        }

        if (total == 0)
        {
            throw new ArgumentException("Nothing to split by.", nameof(weights));
        }

        var minor = (Int128)Minor;
        var shares = weights.Select(weight => Int128.DivRem(minor * weight, total)).ToArray();
        var amounts = shares.Select(share => (long)share.Quotient).ToArray();
        var left = minor - amounts.Aggregate((Int128)0, (sum, amount) => sum + amount);
        var sign = Int128.Sign(minor);
        foreach (var place in Enumerable.Range(0, amounts.Length).OrderByDescending(i => Int128.Abs(shares[i].Remainder)).ThenBy(i => i).Take((int)Int128.Abs(left)))
        {
            amounts[place] += sign;
        }

        var currency = Currency;
        return [.. amounts.Select(amount => new Money(amount, currency))];
    }

    /// <summary>As a person of that culture reads it: <c>Rp 1.250.000</c>, in English <c>Rp 1,250,000</c>; a minus stands in front.</summary>
    public string ToString(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var currency = Currency;
        var (whole, rest) = Int128.DivRem(Int128.Abs(Minor), currency.Scale);
        var digits = whole.ToString("N0", culture);
        if (currency.Exponent > 0)
        {
            digits += culture.NumberFormat.NumberDecimalSeparator + ((long)rest).ToString("D" + currency.Exponent.ToString(CultureInfo.InvariantCulture), culture);
        }

        return $"{(Minor < 0 ? "−" : "")}{currency.Symbol} {digits}";
    }

    /// <summary>For logs: <c>IDR 1250000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency.Code} {Minor}");

    private Money As(Money other) =>
        Currency == other.Currency ? this : throw new InvalidOperationException($"{Currency.Code} and {other.Currency.Code} do not add up.");
}
