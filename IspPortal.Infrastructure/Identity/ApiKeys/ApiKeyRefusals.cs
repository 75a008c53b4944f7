using System.Data.Common;
using System.Text.Json;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using IspPortal.Infrastructure.Persistence.Interceptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Identity.ApiKeys;

/// <inheritdoc cref="IApiKeyRefusals" />
internal sealed partial class ApiKeyRefusals(PortalContextSource source, TimeProvider clock, ILogger<ApiKeyRefusals> logger) : IApiKeyRefusals
{
    public const string Action = "key_refused";

    /// <summary>Strangers are counted by address in so many sorts: neither rows nor memory grow with the addresses of an attack.</summary>
    private const int SortsOfStrangers = 16;

    private const int LongestRequest = 200;

    private readonly OncePerMinute _pace = new(clock);

    public async Task NoteAsync(ApiKeyRefusal refusal)
    {
        if (_pace.TryPass(SortOf(refusal)) is not { } leftOut)
        {
            return;
        }

        var reason = SnakeCase.Of(refusal.Reason.ToString());
        var request = refusal.Request is { Length: > LongestRequest } text ? text[..LongestRequest] : refusal.Request;
        LogRefused(logger, refusal.Prefix ?? refusal.Caller.Name, refusal.Caller.Address, reason);
        try
        {
            await using var context = source.Create(refusal.Caller);
            context.AddAudit(
                Action, "api_key", refusal.KeyId?.ToString(), null, JsonSerializer.Serialize(new { reason, refusal.Prefix, request, refusal.Permission, leftOut }, AuditJson.Options));

            // Whoever hangs up at once must not get round it.
            await context.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            LogNotKept(logger, exception);
        }
    }

    private static string SortOf(ApiKeyRefusal refusal) => refusal.KeyId is { } key
        ? $"{key}:{refusal.Reason}"
        : $"stranger:{(uint)StringComparer.Ordinal.GetHashCode(refusal.Caller.Address ?? "") % SortsOfStrangers}";

    [LoggerMessage(Level = LogLevel.Information, Message = "API key {Key} from {Address} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string key, string? address, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The refusal of an API key could not be kept in the audit")]
    private static partial void LogNotKept(ILogger logger, Exception exception);
}
