namespace IspPortal.Core.Mapping.Tiles;

/// <summary>
/// The address of a tile on a server: http or https, <c>{z}</c>, <c>{x}</c> and <c>{y}</c> once each behind the host, no user name or password. <c>{s}</c> may stand for the host's first name: browsers then
/// ask <c>a</c>, <c>b</c> and <c>c</c> in turn.
/// </summary>
public static class TileTemplate
{
    private const int MostLength = 500;
    private const string AnySubdomain = "any-subdomain.";

    private static readonly string[] Needed = ["{z}", "{x}", "{y}"];

    /// <summary>Whether tiles can be asked for with it.</summary>
    public static bool IsValid(string? template) => Read(template) is not null;

    /// <summary>Scheme, host and port as a content security policy names them, with <c>*</c> for <c>{s}</c>; null when it is no address of a tile.</summary>
    public static string? OriginOf(string? template)
    {
        if (Read(template) is not { } address)
        {
            return null;
        }

        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        var open = host.StartsWith(AnySubdomain, StringComparison.Ordinal) ? "*." + host[AnySubdomain.Length..] : host;
        return $"{address.Scheme}://{open}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
    }

    private static Uri? Read(string? template)
    {
        if (template is null or { Length: 0 or > MostLength } || template.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or '#' or '"' or '\'' or '<' or '>'))
        {
            return null;
        }

        var begin = template.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = template.IndexOfAny(['/', '?'], Math.Max(begin, 3));
        if (begin < 3 || end < 0)
        {
            return null;
        }

        var (host, path) = (template[begin..end], template[end..]);
        if (host.StartsWith("{s}.", StringComparison.Ordinal))
        {
            host = AnySubdomain + host["{s}.".Length..];
        }

        foreach (var part in Needed)
        {
            if (path.Split(part).Length != 2)
            {
                return null;
            }

            path = path.Replace(part, "0", StringComparison.Ordinal);
        }

        var address = template[..begin] + host + path;
        return !address.Contains('{', StringComparison.Ordinal) && !address.Contains('}', StringComparison.Ordinal)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { UserInfo: "", Host.Length: > 0 }
            ? uri
            : null;
    }
}
