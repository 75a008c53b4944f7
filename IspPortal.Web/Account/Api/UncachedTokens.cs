namespace IspPortal.Web.Account.Api;

/// <summary>An answer that holds tokens: nobody on the way may keep it (RFC 6749 section 5.1).</summary>
internal sealed class UncachedTokens(IResult answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        return answer.ExecuteAsync(httpContext);
    }
}
