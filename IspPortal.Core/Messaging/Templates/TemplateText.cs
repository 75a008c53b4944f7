using System.Text;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Templates;

/// <summary>
/// A text with fields in braces, <c>{customer}</c>. What stands between <c>{each}</c> and <c>{/each}</c> is repeated for every message that one text carries; a text without it carries one.
/// <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal sealed class TemplateText
{
    public const int LongestBody = 4000;
    public const int LongestSubject = 200;

    private const string Each = "each";
    private const string EndEach = "/each";

    private readonly IReadOnlyList<Piece> _before;
    private readonly IReadOnlyList<Piece>? _each;
    private readonly IReadOnlyList<Piece> _after;

    private TemplateText(IReadOnlyList<Piece> before, IReadOnlyList<Piece>? each, IReadOnlyList<Piece> after) => (_before, _each, _after) = (before, each, after);

    /// <summary>Whether one text may carry several messages.</summary>
    public bool CanCarryMany => _each is not null;

    /// <summary>The fields outside the part that repeats: messages in which they differ do not share a text.</summary>
    public IReadOnlyList<string> SharedFields => [.. _before.Concat(_after).Where(piece => piece.IsField).Select(piece => piece.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>The text, or what is wrong with it: a field that the event does not have, braces that do not fit.</summary>
    public static TemplateText? Parse(string text, IReadOnlyCollection<string> fields, string name, List<FieldError> wrong)
    {
        var found = wrong.Count;
        List<Piece> before = [], inside = [], after = [];
        var (current, hasEach, isInside) = (before, false, false);
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '{' or '}' && at + 1 < text.Length && text[at + 1] == c)
            {
                plain.Append(c);
                at++;
                continue;
            }

            if (c == '}')
            {
                wrong.Add(new FieldError(name, "messages.brace_too_many"));
                return null;
            }

            if (c != '{')
            {
                plain.Append(c);
                continue;
            }

            var end = text.IndexOf('}', at);
            if (end < 0)
            {
                wrong.Add(new FieldError(name, "messages.brace_open"));
                return null;
            }

            Flush(plain, current);
            var word = text[(at + 1)..end].Trim();
            at = end;
            switch (word)
            {
                case Each when !hasEach:
                    (hasEach, isInside, current) = (true, true, inside);
                    break;
                case EndEach when isInside:
                    (isInside, current) = (false, after);
                    break;
                case Each or EndEach:
                    wrong.Add(new FieldError(name, "messages.each_does_not_fit"));
                    break;
                default:
                    if (!fields.Contains(word, StringComparer.Ordinal))
                    {
                        wrong.Add(new FieldError(name, "messages.unknown_field", word));
                    }

                    current.Add(new Piece(word, true));
                    break;
            }
        }

        Flush(plain, current);
        if (isInside)
        {
            wrong.Add(new FieldError(name, "messages.each_does_not_fit"));
        }

        return wrong.Count > found ? null : new TemplateText(before, hasEach ? inside : null, after);
    }

    /// <summary>Filled in for the messages that share it; a field without a value is left empty.</summary>
    public string Fill(IReadOnlyList<IReadOnlyDictionary<string, string>> values)
    {
        var text = new StringBuilder();
        Write(text, _before, values[0]);
        foreach (var each in _each is null ? [] : values)
        {
            Write(text, _each!, each);
        }

        Write(text, _after, values[0]);
        return text.ToString().Trim();
    }

    /// <summary>Whether one text can carry both.</summary>
    public bool Shares(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        CanCarryMany && SharedFields.All(field => string.Equals(one.GetValueOrDefault(field), other.GetValueOrDefault(field), StringComparison.Ordinal));

    private static void Flush(StringBuilder plain, List<Piece> pieces)
    {
        if (plain.Length > 0)
        {
            pieces.Add(new Piece(plain.ToString(), false));
            plain.Clear();
        }
    }

    private static void Write(StringBuilder text, IEnumerable<Piece> pieces, IReadOnlyDictionary<string, string> values)
    {
        foreach (var piece in pieces)
        {
            text.Append(piece.IsField ? values.GetValueOrDefault(piece.Text) ?? "" : piece.Text);
        }
    }

    private readonly record struct Piece(string Text, bool IsField);
}
