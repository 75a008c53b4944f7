namespace IspPortal.Web.Shared.Api;

/// <summary>The request came with an API key that does not work: <see cref="ApiGuard"/> refuses it, even where no sign-in is needed.</summary>
internal sealed class RefusedApiKey
{
    public static RefusedApiKey Instance { get; } = new();
}
