using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>
/// Reads and writes <c>access:{id}</c>, <c>router:{id}</c>, <c>interface:{routerId}:{name}</c>, <c>pool:{routerId}:{name}</c>, <c>probe:{routerId}:{target}</c>,
/// <c>wirelessClient:{routerId}:{mac}</c> and <c>network</c>.
/// </summary>
internal static class SeriesSubjectText
{
    public static SeriesSubject? Parse(string text)
    {
        // The name is the rest: RouterOS allows colons in it.
        var parts = text.Split(':', 3);
        return parts switch
        {
            ["network"] => SeriesSubject.Network,
            ["access", var id] when Guid.TryParse(id, out var access) => SeriesSubject.Access(access),
            ["router", var id] when Guid.TryParse(id, out var router) => SeriesSubject.Router(router),
            ["interface", var id, { Length: > 0 } name] when Guid.TryParse(id, out var router) => SeriesSubject.Interface(router, name),
            ["pool", var id, { Length: > 0 } name] when Guid.TryParse(id, out var router) => SeriesSubject.Pool(router, name),
            ["probe", var id, { Length: > 0 } target] when Guid.TryParse(id, out var router) => SeriesSubject.Probe(router, target),
            ["wirelessClient", var id, { Length: > 0 } mac] when Guid.TryParse(id, out var router) => SeriesSubject.WirelessClient(router, mac),
            _ => null,
        };
    }

    public static string Write(SeriesSubject subject)
    {
        if (subject.Kind == SeriesSubjectKind.Network)
        {
            return "network";
        }

        var kind = subject.Kind.ToString();
        var word = char.ToLowerInvariant(kind[0]) + kind[1..];
        return subject.Name.Length == 0 ? $"{word}:{subject.Id}" : $"{word}:{subject.Id}:{subject.Name}";
    }
}
