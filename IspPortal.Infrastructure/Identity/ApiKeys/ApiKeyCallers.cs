using System.Collections.Frozen;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Identity.ApiKeys;

/// <inheritdoc cref="IApiKeyCallers" />
internal sealed partial class ApiKeyCallers(PortalContextSource source, AccountSessions accounts, TimeProvider clock, ILogger<ApiKeyCallers> logger) : IApiKeyCallers
{
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    /// <summary>Compared with where there is no key, so that an unknown prefix takes as long as a wrong secret.</summary>
    private static readonly string NoHash = ApiKeyFormat.Hash("");

    public async Task<Actor?> FindAsync(string key, string? address, CancellationToken cancellationToken)
    {
        if (!ApiKeyFormat.TryReadPrefix(key, out var prefix))
        {
            return null;
        }

        // The row is read anew each time: a revoked key must not work on any node for another half minute.
        await using var context = source.CreateForSystem("api-keys");
        var row = await context.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Prefix == prefix, cancellationToken);
        var isRight = ApiKeyFormat.Matches(key, row?.SecretHash ?? NoHash);
        if (row is null || !isRight)
        {
            return null;
        }

        var now = clock.UtcNow();
        var held = await accounts.PermissionsOfAsync(row.MakerId, cancellationToken);
        var reason = row.RevokedAtUtc is not null ? "revoked"
            : row.ExpiresAtUtc <= now ? "expired"
            : !AddressNetworks.Of(row.AllowedAddresses).Allow(address) ? "address not allowed"
            : held is null ? "its maker's account is off"
            : null;
        if (reason is not null)
        {
            LogRefused(logger, prefix, address, reason);
            return null;
        }

        await NoteUseAsync(context, row, address, now, cancellationToken);
        var scopes = row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(held!.Contains);
        return new Actor(ActorKind.ApiKey, row.Id, row.ActorName, scopes.ToFrozenSet(StringComparer.Ordinal), address);
    }

    private static async Task NoteUseAsync(PortalDbContext context, ApiKey row, string? address, DateTime now, CancellationToken cancellationToken)
    {
        var before = now - NoteEvery;
        if (row.LastUsedAtUtc > before)
        {
            return;
        }

        // Asked again in the statement: of many calls at once, on many nodes, one writes.
        await context.Set<ApiKey>()
            .Where(key => key.Id == row.Id && (key.LastUsedAtUtc == null || key.LastUsedAtUtc <= before))
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAtUtc, (DateTime?)now).SetProperty(key => key.LastUsedAddress, address), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "API key {Prefix} from {Address} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string prefix, string? address, string reason);
}
