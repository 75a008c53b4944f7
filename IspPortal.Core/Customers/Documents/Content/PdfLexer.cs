using System.Globalization;
using System.Text;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>
/// Reads objects of a PDF (ISO 32000-1, 7.3) from a place on. A value is a dictionary (<c>Dictionary&lt;string, object?&gt;</c>), an array (<c>List&lt;object?&gt;</c>), a
/// <see cref="PdfName"/>, a <see cref="PdfReference"/>, a <c>long</c>, a <c>double</c>, a <c>bool</c>, or the text of a string (kept as null: nobody asks for it).
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int at)
{
    private const int Deepest = 32;

    private readonly ReadOnlyMemory<byte> _bytes = bytes;

    public int At { get; private set; } = at;

    private int Next => At >= 0 && At < _bytes.Length ? _bytes.Span[At] : -1;

    public static bool IsWhite(int value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    /// <summary>Past white space and comments.</summary>
    public void SkipWhite()
    {
        while (IsWhite(Next) || Next == '%')
        {
            if (Next == '%')
            {
                while (Next is not (-1 or 10 or 13))
                {
                    At++;
                }
            }
            else
            {
                At++;
            }
        }
    }

    /// <summary>Takes the word when it stands here.</summary>
    public bool Take(string word)
    {
        SkipWhite();
        if (At < 0 || At + word.Length > _bytes.Length || !_bytes.Span.Slice(At, word.Length).SequenceEqual(Encoding.ASCII.GetBytes(word)))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>Takes a whole number that is not negative.</summary>
    public bool TakeNumber(out long number)
    {
        SkipWhite();
        var (from, digits) = (At, 0);
        number = 0;
        while (Next is >= '0' and <= '9' && digits < 18)
        {
            number = (number * 10) + (Next - '0');
            digits++;
            At++;
        }

        if (digits is 0 or 18)
        {
            At = from;
            return false;
        }

        return true;
    }

    /// <summary>Takes one value; false when there is none that can be read.</summary>
    public bool TakeValue(out object? value) => TakeValue(out value, 0);

    private bool TakeValue(out object? value, int depth)
    {
        value = null;
        SkipWhite();
        if (depth > Deepest)
        {
            return false;
        }

        switch (Next)
        {
            case '<' when At + 1 < _bytes.Length && _bytes.Span[At + 1] == '<':
                return TakeDictionary(out value, depth);
            case '<':
                return TakeHexadecimal();
            case '(':
                return TakeString();
            case '[':
                return TakeArray(out value, depth);
            case '/':
                value = TakeName();
                return true;
            case 't' when Take("true"):
                value = true;
                return true;
            case 'f' when Take("false"):
                value = false;
                return true;
            case 'n' when Take("null"):
                return true;
            default:
                return TakeNumberOrReference(out value);
        }
    }

    private bool TakeDictionary(out object? value, int depth)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        value = entries;
        At += 2;
        while (true)
        {
            if (Take(">>"))
            {
                return true;
            }

            if (Next != '/' || TakeName() is not { } key || !TakeValue(out var entry, depth + 1))
            {
                return false;
            }

            entries[key.Text] = entry;
        }
    }

    private bool TakeArray(out object? value, int depth)
    {
        var items = new List<object?>();
        value = items;
        At++;
        while (true)
        {
            if (Take("]"))
            {
                return true;
            }

            if (!TakeValue(out var item, depth + 1))
            {
                return false;
            }

            items.Add(item);
        }
    }

    private PdfName TakeName()
    {
        At++;
        var text = new StringBuilder();
        while (Next > 32 && Next is not ('/' or '<' or '>' or '[' or ']' or '(' or ')' or '{' or '}' or '%'))
        {
            if (Next == '#' && At + 2 < _bytes.Length && byte.TryParse(Encoding.ASCII.GetString(_bytes.Span.Slice(At + 1, 2)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                At += 3;
            }
            else
            {
                text.Append((char)Next);
                At++;
            }
        }

        return new PdfName(text.ToString());
    }

    private bool TakeHexadecimal()
    {
        At++;
        while (Next is not ('>' or -1))
        {
            if (!IsWhite(Next) && !Uri.IsHexDigit((char)Next))
            {
                return false;
            }

            At++;
        }

        return Take(">");
    }

    private bool TakeString()
    {
        var open = 0;
        while (Next != -1)
        {
            var value = Next;
            At++;
            switch (value)
            {
                case '\\':
                    At++;
                    break;
                case '(':
                    open++;
                    break;
                case ')' when --open == 0:
                    return true;
            }
        }

        return false;
    }

    private bool TakeNumberOrReference(out object? value)
    {
        value = null;
        var from = At;
        while (Next is (>= '0' and <= '9') or '+' or '-' or '.')
        {
            At++;
        }

        var text = At > from && At - from <= 32 ? Encoding.ASCII.GetString(_bytes.Span[from..At]) : "";
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            value = whole;
            var behind = At;
            if (whole is >= 0 and <= int.MaxValue && TakeNumber(out _) && Take("R"))
            {
                value = new PdfReference((int)whole);
            }
            else
            {
                At = behind;
            }

            return true;
        }

        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real))
        {
            value = real;
            return true;
        }

        return false;
    }
}
