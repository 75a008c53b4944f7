using System.Globalization;
using System.Threading.RateLimiting;
using IspPortal.Core.Identity;
using IspPortal.Web.Features.Map;
using IspPortal.Web.Shared.Errors;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace IspPortal.Web.Security;

/// <summary>How often one caller may load pages and send account forms. The API has budgets of its own; files and circuits are not counted.</summary>
internal sealed class CallerLimits(IOptions<SecurityOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly PathString[] Uncounted = ["/api", "/openapi", "/_blazor", "/_framework", "/_content", TileFiles.Root, "/health", "/metrics"];
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public void Configure(RateLimiterOptions limiter)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = RefuseAsync;
    }

    private RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var path = context.Request.Path;
        if (Array.Exists(Uncounted, part => path.StartsWithSegments(part, StringComparison.OrdinalIgnoreCase))
            || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return HttpMethods.IsPost(context.Request.Method) && path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
            ? Limited("form:" + address, options.Value.AccountFormsPerMinute)
            : Limited("page:" + (PortalClaims.Read(context.User)?.UserId.ToString() ?? address), options.Value.PagesPerMinute);
    }

    private static RateLimitPartition<string> Limited(string caller, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        caller, _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        var sentence = rejected.HttpContext.RequestServices.GetRequiredService<ErrorText>().Of(IdentityErrors.TooManyAttempts);
        await response.WriteAsync($"{sentence.WhatHappened} {sentence.WhatToDo}", cancellationToken);
    }
}
