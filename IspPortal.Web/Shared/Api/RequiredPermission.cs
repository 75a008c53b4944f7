namespace IspPortal.Web.Shared.Api;

/// <summary>What the caller of an endpoint must be allowed to do; <see cref="ApiGuard"/> asks before the body is read.</summary>
internal sealed record RequiredPermission(string Permission);
