using System.Text;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>Amounts in words, as receipts and invoices carry them. Whole rupiah only: another currency throws.</summary>
public static class Terbilang
{
    private static readonly string[] Digits = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    // A long ends at nine quintillion: one step past a thousand billiards (10^15).
    private static readonly (ulong Size, string Indonesian, string English)[] Steps =
    [
        (1_000_000_000_000_000_000, "kuintiliun", "quintillion"), (1_000_000_000_000_000, "kuadriliun", "quadrillion"), (1_000_000_000_000, "triliun", "trillion"), (1_000_000_000, "miliar", "billion"),
        (1_000_000, "juta", "million"), (1_000, "ribu", "thousand"),
    ];

    /// <summary>In Indonesian: 166,500 is <c>seratus enam puluh enam ribu lima ratus rupiah</c>. What is negative begins with <c>minus</c>.</summary>
    public static string Indonesian(Money amount) => Of(amount, "nol", Steps.Select(step => (step.Size, step.Indonesian)), IndonesianHundreds, 1_000) + " rupiah";

    /// <summary>In English: 166,500 is <c>one hundred sixty-six thousand five hundred rupiah</c>. What is negative begins with <c>minus</c>.</summary>
    public static string English(Money amount) => Of(amount, "zero", Steps.Select(step => (step.Size, step.English)), EnglishHundreds, 0) + " rupiah";

    // Where a thousand has a word of its own ("seribu"), oneWordFor says so; 0: it has none.
    private static string Of(Money amount, string zero, IEnumerable<(ulong Size, string Word)> steps, Action<StringBuilder, int> hundreds, ulong oneWordFor)
    {
        if (amount.Currency != Currency.Idr)
        {
            throw new ArgumentException($"There are no words for {amount.Currency.Code}.", nameof(amount));
        }

        if (amount.IsZero)
        {
            return zero;
        }

        var text = new StringBuilder();
        var rest = (ulong)Int128.Abs(amount.Minor);
        if (amount.IsNegative)
        {
            Add(text, "minus");
        }

        foreach (var (size, word) in steps)
        {
            var count = (int)(rest / size);
            rest %= size;
            if (count == 1 && size == oneWordFor)
            {
                Add(text, "se" + word);
            }
            else if (count > 0)
            {
                hundreds(text, count);
                Add(text, word);
            }
        }

        hundreds(text, (int)rest);
        return text.ToString();
    }

    private static void IndonesianHundreds(StringBuilder text, int number)
    {
        if (number >= 200)
        {
            Add(text, Digits[number / 100] + " ratus");
        }
        else if (number >= 100)
        {
            Add(text, "seratus");
        }

        var rest = number % 100;
        if (rest is > 0 and < 12)
        {
            Add(text, Digits[rest]);
        }
        else if (rest is >= 12 and < 20)
        {
            Add(text, Digits[rest - 10] + " belas");
        }
        else if (rest >= 20)
        {
            Add(text, Digits[rest / 10] + " puluh");
            if (rest % 10 > 0)
            {
                Add(text, Digits[rest % 10]);
            }
        }
    }

    private static void EnglishHundreds(StringBuilder text, int number)
    {
        if (number >= 100)
        {
            Add(text, Small[number / 100] + " hundred");
        }

        var rest = number % 100;
        if (rest is > 0 and < 20)
        {
            Add(text, Small[rest]);
        }
        else if (rest >= 20)
        {
            Add(text, rest % 10 == 0 ? Tens[rest / 10] : $"{Tens[rest / 10]}-{Small[rest % 10]}");
        }
    }

    private static void Add(StringBuilder text, string word)
    {
        if (text.Length > 0)
        {
            text.Append(' ');
        }

        text.Append(word);
    }
}
