using System.Globalization;
using System.Text;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Print;

/// <summary>
/// The payload of a QRIS code: EMV data objects of a tag of two digits, a length of two digits and a value, the last of them a checksum (CRC-16/CCITT-FALSE) over all before its own four digits. Pure.
/// </summary>
public sealed class Qris
{
    /// <summary>The longest payload that is read.</summary>
    public const int Longest = 512;

    /// <summary>The most that Bank Indonesia lets one payment by QRIS be.</summary>
    public static Money Most { get; } = Money.Idr(10_000_000);

    private const int Head = 4;
    private const int LongestAmount = 13;
    private const string Format = "00";
    private const string Initiation = "01";
    private const string Static = "11";
    private const string Dynamic = "12";
    private const string Category = "52";
    private const string CurrencyTag = "53";
    private const string AmountTag = "54";
    private const string Country = "58";
    private const string Name = "59";
    private const string Town = "60";
    private const string Checksum = "63";
    private const string Rupiah = "360";

    // Tip or surcharge: a payer must not be charged for QRIS (PBI 23/6/PBI/2021 article 52).
    private static readonly string[] Surcharges = ["55", "56", "57"];

    private readonly QrisField[] _fields;

    private Qris(QrisField[] fields) => _fields = fields;

    /// <summary>Whether it is for every amount, as it hangs at a counter: without one of its own.</summary>
    public bool IsStatic => Of(Initiation) is null or Static && Of(AmountTag) is null;

    /// <summary>Who is paid.</summary>
    public string Merchant => Of(Name)!;

    /// <summary>Where the merchant is.</summary>
    public string City => Of(Town)!;

    /// <summary>The amount as it stands there, or null.</summary>
    public string? Amount => Of(AmountTag);

    /// <summary>The payload, or null where it is none: broken objects, twice the same, a wrong checksum, no merchant, another currency or country than Indonesia's.</summary>
    public static Qris? Parse(string? text)
    {
        if (text is not { Length: > Head and <= Longest } || text.Any(c => c is < ' ' or > '~') || Split(text) is not { Count: > 2 } fields)
        {
            return null;
        }

        var code = new Qris([.. fields]);
        return IsWhole(text, fields) && code.IsOfIndonesia() ? code : null;
    }

    /// <summary>The dynamic payload of the same merchant for one amount above zero, whole rupiah; nothing is put on top of it.</summary>
    public string For(Money amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount.Minor, 1, nameof(amount));
        var text = amount.Currency == Currency.Idr ? amount.Minor.ToString(CultureInfo.InvariantCulture) : throw new ArgumentException($"QRIS takes rupiah, not {amount.Currency.Code}.", nameof(amount));
        if (text.Length > LongestAmount)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "It has more digits than a code takes.");
        }

        var payload = new StringBuilder();
        Add(payload, new(Format, Of(Format)!));
        Add(payload, new(Initiation, Dynamic));
        foreach (var field in _fields.Where(field => field.Tag is not (Format or Initiation or AmountTag or Checksum) && !Surcharges.Contains(field.Tag, StringComparer.Ordinal)))
        {
            Add(payload, field);
            if (field.Tag == CurrencyTag)
            {
                Add(payload, new(AmountTag, text));
            }
        }

        payload.Append(Checksum).Append("04");
        return payload.Append(ChecksumOf(payload.ToString()).ToString("X4", CultureInfo.InvariantCulture)).ToString();
    }

    /// <summary>CRC-16/CCITT-FALSE of ASCII text: polynomial 1021, begun with FFFF; <c>123456789</c> gives 29B1.</summary>
    public static int ChecksumOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sum = 0xFFFF;
        foreach (var c in text)
        {
            sum ^= c << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = ((sum & 0x8000) == 0 ? sum << 1 : (sum << 1) ^ 0x1021) & 0xFFFF;
            }
        }

        return sum;
    }

    private string? Of(string tag) => Array.Find(_fields, field => field.Tag == tag) is { Tag: not null } found ? found.Value : null;

    private bool IsOfIndonesia() =>
        Of(Initiation) is null or Static or Dynamic && _fields.Any(field => string.CompareOrdinal(field.Tag, "26") >= 0 && string.CompareOrdinal(field.Tag, "51") <= 0)
        && Of(Category) is { Length: 4 } && Of(CurrencyTag) == Rupiah && Of(Country) == "ID" && Of(Name) is { Length: > 0 } && Of(Town) is { Length: > 0 };

    private static bool IsWhole(string text, List<QrisField> fields) =>
        fields[0] is { Tag: Format, Value: "01" } && fields[^1] is { Tag: Checksum, Value.Length: Head } && fields.DistinctBy(field => field.Tag).Count() == fields.Count
        && string.Equals(fields[^1].Value, ChecksumOf(text[..^Head]).ToString("X4", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);

    private static List<QrisField>? Split(string text)
    {
        var fields = new List<QrisField>();
        for (var at = 0; at < text.Length;)
        {
            if (text.Length - at < Head || !text.AsSpan(at, Head).ToString().All(char.IsAsciiDigit))
            {
                return null;
            }

            var length = int.Parse(text.AsSpan(at + 2, 2), NumberStyles.None, CultureInfo.InvariantCulture);
            if (length == 0 || text.Length - at - Head < length)
            {
                return null;
            }

            fields.Add(new(text.Substring(at, 2), text.Substring(at + Head, length)));
            at += Head + length;
        }

        return fields;
    }

    private static void Add(StringBuilder payload, QrisField field) => payload.Append(field.Tag).Append(field.Value.Length.ToString("D2", CultureInfo.InvariantCulture)).Append(field.Value);
}
