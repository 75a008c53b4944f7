using IspPortal.Core.Identity.ApiKeys;

namespace IspPortal.Web.Security;

/// <summary>Reads the API key of a request: <c>Authorization: Bearer isp_…</c> or <c>X-Api-Key</c>.</summary>
internal static class ApiKeyHeaders
{
    public const string Name = "X-Api-Key";

    private const string Bearer = "Bearer ";

    /// <summary>
    /// Null when the request carries no key. Two keys, or a key beside another bearer token, give text that is no key: whose request it is must
    /// not depend on which header somebody looks at first.
    /// </summary>
    public static string? Read(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString();
        var bearer = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
        if (headers.TryGetValue(Name, out var header))
        {
            var key = header.ToString();
            return bearer is null || bearer == key ? key : "";
        }

        return bearer is not null && IsKey(bearer) ? bearer : null;
    }

    /// <summary>Whether a bearer token says that it is a key, and so is no token of a sign-in.</summary>
    public static bool IsKey(string bearer) => bearer.StartsWith(ApiKeyFormat.Mark, StringComparison.Ordinal);
}
