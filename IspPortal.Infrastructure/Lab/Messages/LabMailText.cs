using System.Text;
using System.Text.RegularExpressions;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>Reads a mail as far as the lab shows it (RFC 5322, 2045, 2047): subject, text, names of files.</summary>
internal static partial class LabMailText
{
    public static (string Subject, string Text, IReadOnlyList<string> Files) Read(string mail)
    {
        var (head, body) = Split(mail);
        var subject = Words(Header(head, "Subject") ?? "");
        if (Boundary().Match(head) is not { Success: true } boundary)
        {
            return (subject, TextOf(head, body), []);
        }

        var (text, files) = ("", new List<string>());
        foreach (var part in body.Split("--" + boundary.Groups["word"].Value).Skip(1).Where(part => !part.StartsWith("--", StringComparison.Ordinal)))
        {
            var (partHead, partBody) = Split(part.TrimStart('\n'));
            if (FileName().Match(partHead) is { Success: true } file)
            {
                files.Add(Words(file.Groups["name"].Value));
            }
            else if (Boundary().IsMatch(partHead))
            {
                text = Read(partHead + "\n\n" + partBody).Text;
            }
            else if (partHead.Contains("text/plain", StringComparison.OrdinalIgnoreCase))
            {
                text = TextOf(partHead, partBody);
            }
        }

        return (subject, text, files);
    }

    public static string? Header(string head, string name) =>
        head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private static (string Head, string Body) Split(string mail) => mail.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var at ? (mail[..at], mail[(at + 2)..]) : (mail, "");

    private static string TextOf(string head, string body) => Header(head, "Content-Transfer-Encoding")?.ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("").Trim())),
        "quoted-printable" => Encoding.UTF8.GetString([.. Quoted(body.Replace("=\n", "", StringComparison.Ordinal))]),
        _ => body.Trim(),
    };

    private static IEnumerable<byte> Quoted(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var value))
            {
                yield return value;
                at += 2;
            }
            else
            {
                foreach (var one in Encoding.UTF8.GetBytes(text[at].ToString()))
                {
                    yield return one;
                }
            }
        }
    }

    private static string Words(string text) => EncodedWord().Replace(EncodedGap().Replace(text, "${end}"), word =>
        word.Groups["how"].Value is "B" or "b" ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)) : Encoding.UTF8.GetString([.. Quoted(word.Groups["text"].Value.Replace('_', ' '))]));

    [GeneratedRegex("boundary=\"?(?<word>[^\";\\n]+)\"?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex("(?:file)?name=\"?(?<name>[^\";\\n]+)\"?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex("=\\?utf-8\\?(?<how>[BbQq])\\?(?<text>[^?]*)\\?=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("(?<end>\\?=)\\s+(?==\\?utf-8)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EncodedGap();
}
