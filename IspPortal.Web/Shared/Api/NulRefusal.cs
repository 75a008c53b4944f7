namespace IspPortal.Web.Shared.Api;

/// <summary>No text with a NUL comes in, neither in an address nor in a body: PostgreSQL cannot keep one, and nobody types it.</summary>
internal sealed class NulRefusal(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true || request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            throw new BadHttpRequestException("The address holds a NUL.");
        }

        if (request.HasJsonContentType())
        {
            request.Body = new NulRefusingStream(request.Body);
        }

        return next(context);
    }
}
