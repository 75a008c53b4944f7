using System.Globalization;
using System.Text;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Print;

/// <summary>A receipt as text for a slip printer: plain ASCII, no line wider than the paper; what is too long is broken between words. Pure.</summary>
public static class ReceiptSlip
{
    /// <summary>The columns of paper of 58 mm.</summary>
    public const int Columns58 = 32;

    /// <summary>The columns of paper of 80 mm.</summary>
    public const int Columns80 = 48;

    /// <summary>The fewest columns that a slip can be written in.</summary>
    public const int FewestColumns = 24;

    private const int Indent = 2;

    /// <summary>The slip, its lines ended by a line feed.</summary>
    /// <param name="facts">What it says.</param>
    /// <param name="language"><c>id</c> or <c>en</c>; anything else is <c>en</c>.</param>
    /// <param name="columns">The width of the paper: <see cref="Columns58"/> or <see cref="Columns80"/>.</param>
    public static string Write(ReceiptSlipFacts facts, string language, int columns = Columns58)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, FewestColumns);
        var words = ReceiptSlipWords.Of(language);
        var rule = new string('-', columns);
        var slip = new List<string>();
        slip.AddRange(facts.Company.SelectMany((line, at) => Wrap(Plain(at == 0 ? line.ToUpperInvariant() : line), columns)).Select(line => Centre(line, columns)));
        slip.Add(rule);
        if (facts.IsCopy)
        {
            slip.Add(Centre($"** {words.Copy} **", columns));
        }

        slip.Add(Centre(facts.IsRefund ? words.RefundTitle : words.Title, columns));
        slip.AddRange(Pair(words.Number, facts.Number, columns));
        slip.AddRange(Pair(facts.IsRefund ? words.PaidAt : words.ReceivedAt, facts.ReceivedAt.ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture), columns));
        slip.AddRange(Pair(words.ReceivedBy, facts.ReceivedBy, columns));
        slip.AddRange(Pair(facts.IsRefund ? words.Payee : words.Payer, facts.Payer, columns));
        slip.Add(rule);
        slip.AddRange(facts.Lines.SelectMany(line => Priced(line.Text, line.Amount, words, columns)));
        slip.AddRange(facts.Lines.Count == 0 ? [] : [rule]);
        slip.AddRange(Priced(words.Total, facts.Total, words, columns));
        slip.AddRange(facts.Methods.SelectMany(line => Priced(line.Text, line.Amount, words, columns)));
        slip.AddRange(facts.CreditLeft.IsZero ? [] : Priced(words.CreditLeft, facts.CreditLeft, words, columns));
        slip.Add(rule);
        slip.AddRange(Wrap(Plain(facts.Note ?? ""), columns));
        if (facts.IsRefund)
        {
            // Whoever got the money signs for it.
            slip.AddRange(["", "", "", Centre(new string('_', columns / 2), columns), Centre(words.Signed, columns)]);
        }

        slip.Add(Centre(words.Thanks, columns));
        return string.Concat(slip.Select(line => line.TrimEnd() + "\n"));
    }

    /// <summary>An amount in plain letters: <c>Rp 166.500</c>, in English <c>Rp 166,500</c>.</summary>
    public static string AmountOf(Money amount, string language) => AmountOf(amount, ReceiptSlipWords.Of(language));

    private static string AmountOf(Money amount, ReceiptSlipWords words) => (amount.IsNegative ? "-" : "") + Plain((amount.IsNegative ? -amount : amount).ToString(words.Culture));

    private static IEnumerable<string> Priced(string text, Money amount, ReceiptSlipWords words, int columns) => Pair(text, AmountOf(amount, words), columns);

    // A label and its value: on one line where both fit, else the value goes beside or below the last line of the label.
    private static IEnumerable<string> Pair(string label, string value, int columns)
    {
        var (left, right) = (Plain(label), Plain(value));
        if (left.Length + 1 + right.Length <= columns)
        {
            return [left + right.PadLeft(columns - left.Length)];
        }

        var lines = Wrap(left, columns).ToList();
        return right.Length > columns - Indent || lines.Count == 0
            ? [.. lines, .. Wrap(right, columns - Indent).Select(line => new string(' ', Indent) + line)]
            : lines[^1].Length + 1 + right.Length <= columns ? [.. lines[..^1], lines[^1] + right.PadLeft(columns - lines[^1].Length)] : [.. lines, right.PadLeft(columns)];
    }

    private static string Centre(string line, int columns) => line.Length >= columns ? line[..columns] : new string(' ', (columns - line.Length) / 2) + line;

    private static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(columns).Select(part => new string(part))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    // A printer knows ASCII: accents go, white space is a blank, the rest is a question mark.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.EnumerateRunes().SelectMany(rune => rune.IsAscii ? rune.ToString() : Folded(rune)))
        {
            plain.Append(letter is > ' ' and <= '~' ? letter : ' ');
        }

        return plain.ToString().Trim();
    }

    private static string Folded(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            return " ";
        }

        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        var ascii = string.Concat(parts.Where(c => char.IsAscii(c) && !char.IsControl(c)));
        return ascii.Length > 0 ? ascii : rune.Value is 0x2013 or 0x2014 or 0x2212 ? "-" : Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? "" : "?";
    }
}
