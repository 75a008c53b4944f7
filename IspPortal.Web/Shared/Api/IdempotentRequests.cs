using System.Data.Common;
using System.Text;
using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Identity;
using Microsoft.Extensions.Options;

namespace IspPortal.Web.Shared.Api;

/// <summary>
/// Endpoints marked <see cref="RequiredIdempotencyKey"/>: the first request is carried out and its answer kept if it succeeded; the same request
/// again gets that answer. A failed request did nothing: its key may come again, corrected.
/// </summary>
internal sealed partial class IdempotentRequests(RequestDelegate next, IOptionsMonitor<ApiOptions> options, TimeProvider clock, ILogger<IdempotentRequests> log)
{
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int MostTries = 4;

    // Well within the five minutes after which a claim is taken over.
    private static readonly TimeSpan RenewedEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    public async Task InvokeAsync(HttpContext context, ICurrentActor current, IIdempotencyLedger ledger)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredIdempotencyKey>() is null)
        {
            await next(context);
            return;
        }

        var key = context.Request.Headers[RequiredIdempotencyKey.Header].ToString();
        var refusal = key.Length == 0 ? ApiErrors.IdempotencyKeyRequired
            : key.Length > RequiredIdempotencyKey.MaxLength || key.Any(char.IsControl) ? ApiErrors.IdempotencyKeyInvalid
            : null;
        if (refusal is not null)
        {
            await new ProblemResult(refusal, StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        using var body = await ReadBodyAsync(context);
        var request = new IdempotentRequest(CallerOf(current.Actor), key, $"{context.Request.Method} {context.Request.Path}", body.ToArray());
        var claim = await ledger.ClaimAsync(request, context.RequestAborted);
        if (!claim.Succeeded)
        {
            if (claim.Error.Code == IdempotencyErrors.InProgress.Code)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            await new ProblemResult(claim.Error).ExecuteAsync(context);
        }
        else if (claim.Value.Answer is { } answer)
        {
            await ReplayAsync(context, answer);
        }
        else
        {
            context.Request.Body = body;
            await CarryOutAsync(context, ledger, claim.Value.Id);
        }
    }

    private static string CallerOf(Actor actor) => $"{actor.Kind}:{actor.Id?.ToString() ?? actor.Name}";

    private static async Task ReplayAsync(HttpContext context, StoredAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.Headers[ReplayedHeader] = "true";
        response.Headers.Location = answer.Location;
        response.ContentType = answer.ContentType;
        if (answer.Body is { } body)
        {
            await response.WriteAsync(body, context.RequestAborted);
        }
    }

    private async Task CarryOutAsync(HttpContext context, IIdempotencyLedger ledger, Guid claimId)
    {
        var outer = context.Response.Body;
        using var captured = new MemoryStream();
        var done = false;
        using var ended = new CancellationTokenSource();
        var renewing = RenewAsync(ledger, claimId, ended.Token);
        try
        {
            context.Response.Body = captured;
            // A caller that hangs up must not leave half a change: what was begun is brought to its end.
            context.RequestAborted = CancellationToken.None;
            await next(context);
            var response = context.Response;
            done = response.StatusCode is >= 200 and < 300;
            if (done)
            {
                var text = captured.Length == 0 ? null : Encoding.UTF8.GetString(captured.GetBuffer(), 0, (int)captured.Length);
                // It is done, whether or not the caller still listens: the answer must be found by the request that follows.
                await CompleteAsync(ledger, claimId, new StoredAnswer(response.StatusCode, response.ContentType, response.Headers.Location, text));
            }
        }
        finally
        {
            context.Response.Body = outer;
            await ended.CancelAsync();
            await renewing;
            if (!done)
            {
                await ledger.AbandonAsync(claimId, CancellationToken.None);
            }
        }

        captured.Position = 0;
        await captured.CopyToAsync(outer, context.RequestAborted);
    }

    private async Task RenewAsync(IIdempotencyLedger ledger, Guid claimId, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(RenewedEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await RenewOnceAsync(ledger, claimId, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The request has ended.
        }
    }

    /// <summary>A claim that could not be renewed lasts some minutes more: the request is not to fail for it, and the next minute tries again.</summary>
    private async Task RenewOnceAsync(IIdempotencyLedger ledger, Guid claimId, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.RenewAsync(claimId, cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            LogNotKept(log, claimId, exception);
        }
    }

    /// <summary>What was done stays claimed whatever happens: a repeated request must not do it again because its answer could not be kept.</summary>
    private async Task CompleteAsync(IIdempotencyLedger ledger, Guid claimId, StoredAnswer answer)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ledger.CompleteAsync(claimId, answer, CancellationToken.None);
                return;
            }
            catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
            {
                if (attempt == MostTries)
                {
                    LogNotKept(log, claimId, exception);
                    return;
                }

                await Task.Delay(FirstPause * (1 << (attempt - 1)), clock);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Claim {Claim} could not be kept")]
    private static partial void LogNotKept(ILogger logger, Guid claim, Exception exception);

    private async Task<MemoryStream> ReadBodyAsync(HttpContext context)
    {
        var limit = options.CurrentValue.MaxBodyBytes;
        var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > limit)
            {
                await body.DisposeAsync();
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(buffer, 0, read);
        }

        body.Position = 0;
        return body;
    }
}
