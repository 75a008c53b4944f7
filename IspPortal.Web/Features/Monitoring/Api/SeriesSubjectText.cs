using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>Reads <c>access:{id}</c>, <c>router:{id}</c>, <c>interface:{routerId}:{name}</c> and <c>network</c>.</summary>
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
            _ => null,
        };
    }
}
