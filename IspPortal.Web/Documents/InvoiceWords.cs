using System.Globalization;
using System.Resources;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Web.Documents;

/// <summary>The words and forms of a bill in its customer's language, whichever the one who looks at it reads.</summary>
public sealed class InvoiceWords
{
    private static readonly ResourceManager Texts = new(typeof(InvoiceTexts));
    private static readonly InvoiceWords Indonesian = new("id-ID");
    private static readonly InvoiceWords English = new("en-GB");

    private readonly CultureInfo _culture;

    private InvoiceWords(string culture) => _culture = CultureInfo.GetCultureInfo(culture);

    /// <summary>Its language, <c>id</c> or <c>en</c>.</summary>
    public string Language => _culture.TwoLetterISOLanguageName;

    /// <summary>A word; the key where there is none.</summary>
    public string this[string key] => Find(key) ?? key;

    /// <summary>A sentence with what goes into it.</summary>
    public string this[string key, params object[] parts] => string.Format(_culture, this[key], parts);

    /// <summary>The words of a language: <c>id</c>, or English for anything else.</summary>
    public static InvoiceWords Of(string language) => language.StartsWith("id", StringComparison.OrdinalIgnoreCase) ? Indonesian : English;

    /// <summary>A word, or null where there is none.</summary>
    public string? Find(string key) => Texts.GetString(key, _culture);

    /// <summary>A day.</summary>
    public string Day(DateOnly? day) => day?.ToString("d MMM yyyy", _culture) ?? "–";

    /// <summary>From a day to a day.</summary>
    public string Days(DateOnly from, DateOnly to) => from == to ? Day(from) : from.Year == to.Year ? $"{from.ToString("d MMM", _culture)} – {Day(to)}" : $"{Day(from)} – {Day(to)}";

    /// <summary>An amount with its currency.</summary>
    public string Money(Money amount) => amount.ToString(_culture);

    /// <summary>An amount of rupiah without its currency, which the head of the column says.</summary>
    public string Digits(Money amount) => (amount.IsNegative ? "−" : "") + Int128.Abs(amount.Minor).ToString("N0", _culture);

    /// <summary>A whole number.</summary>
    public string Count(long number) => number.ToString("N0", _culture);

    /// <summary>An amount of data.</summary>
    public string Gigabytes(long bytes) => (bytes / 1_000_000_000m).ToString("#,0.##", _culture) + " GB";

    /// <summary>An amount in words, as a sentence begins.</summary>
    public string InWords(Money amount)
    {
        var words = Language == "id" ? Terbilang.Indonesian(amount) : Terbilang.English(amount);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
