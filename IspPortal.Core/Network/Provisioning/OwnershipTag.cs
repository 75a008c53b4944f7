using System.Buffers.Text;
using System.Text;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>
/// The mark that says which item of a router the portal owns: <c>[isp:…]</c> at the end of its comment, behind what technicians wrote there.
/// It holds the access's id, or the name of a part of the portal's kit. The router's <c>.id</c> alone is never trusted: it may be handed out anew.
/// </summary>
public static class OwnershipTag
{
    private const string Start = "[isp:";
    private const int IdLength = 22;

    /// <summary>The tag of an access.</summary>
    public static string For(Guid accessId)
    {
        Span<byte> bytes = stackalloc byte[16];
        accessId.TryWriteBytes(bytes, bigEndian: true, out _);
        return $"{Start}{Base64Url.EncodeToString(bytes)}]";
    }

    /// <summary>The tag of a part of the portal's own kit, e.g. <c>isolir-redirect</c>: lower-case letters, digits and dashes, not 22 long.</summary>
    public static string ForPart(string part) => $"{Start}{part}]";

    /// <summary><paramref name="comment"/> with the tag behind it, in place of any tag it had.</summary>
    public static string Append(string? comment, string tag)
    {
        var text = Strip(comment);
        return text.Length == 0 ? tag : $"{text} {tag}";
    }

    /// <summary>The comment without the tag: what people wrote.</summary>
    public static string Strip(string? comment)
    {
        if (string.IsNullOrEmpty(comment))
        {
            return string.Empty;
        }

        var (from, to) = Locate(comment);
        return from < 0 ? comment.Trim() : new StringBuilder(comment).Remove(from, to - from).ToString().Trim();
    }

    /// <summary>The access that the tag in a comment names; false without a tag, or when it names no access.</summary>
    public static bool TryRead(string? comment, out Guid accessId)
    {
        accessId = default;
        if (string.IsNullOrEmpty(comment))
        {
            return false;
        }

        var (from, to) = Locate(comment);
        if (from < 0 || to - from != Start.Length + IdLength + 1)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        var text = comment.AsSpan(from + Start.Length, IdLength);
        if (!Base64Url.IsValid(text, out var length) || length != 16 || Base64Url.DecodeFromChars(text, bytes) != 16)
        {
            return false;
        }

        accessId = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>The whole tag in a comment, <c>[isp:…]</c>, or null.</summary>
    public static string? TextOf(string? comment)
    {
        if (string.IsNullOrEmpty(comment))
        {
            return null;
        }

        var (from, to) = Locate(comment);
        return from < 0 ? null : comment[from..to];
    }

    // The last one counts: the portal writes it at the end.
    private static (int From, int To) Locate(string comment)
    {
        var from = comment.LastIndexOf(Start, StringComparison.Ordinal);
        var end = from < 0 ? -1 : comment.IndexOf(']', from);
        return end < 0 ? (-1, -1) : (from, end + 1);
    }
}
