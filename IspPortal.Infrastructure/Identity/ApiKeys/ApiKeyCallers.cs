using System.Collections.Frozen;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.ApiKeys;

/// <inheritdoc cref="IApiKeyCallers" />
internal sealed class ApiKeyCallers(PortalContextSource source, AccountSessions accounts, IApiKeyRefusals refusals, TimeProvider clock) : IApiKeyCallers
{
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    /// <summary>Compared with where there is no key, so that an unknown prefix takes as long as a wrong secret.</summary>
    private static readonly string NoHash = ApiKeyFormat.Hash("");

    public async Task<Actor?> FindAsync(string key, string? address, CancellationToken cancellationToken)
    {
        var stranger = Actor.Anonymous with { Address = address };
        if (!ApiKeyFormat.TryReadPrefix(key, out var prefix))
        {
            await refusals.NoteAsync(new(ApiKeyRefusalReason.Unknown, stranger, null));
            return null;
        }

        // The row is read anew each time: a revoked key must not work on any node for another half minute.
        await using var context = source.CreateForSystem("api-keys");
        var row = await context.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Prefix == prefix, cancellationToken);
        var isRight = ApiKeyFormat.Matches(key, row?.SecretHash ?? NoHash);
        if (row is null || !isRight)
        {
            await refusals.NoteAsync(new(row is null ? ApiKeyRefusalReason.Unknown : ApiKeyRefusalReason.WrongSecret, stranger, row?.Id, prefix));
            return null;
        }

        var now = clock.UtcNow();
        var held = await accounts.PermissionsOfAsync(row.MakerId, cancellationToken);
        ApiKeyRefusalReason? reason = row.RevokedAtUtc is not null ? ApiKeyRefusalReason.Revoked
            : row.ExpiresAtUtc <= now ? ApiKeyRefusalReason.Expired
            : !AddressNetworks.Of(row.AllowedAddresses).Allow(address) ? ApiKeyRefusalReason.AddressNotAllowed
            : held is null ? ApiKeyRefusalReason.MakerOff
            : null;
        if (reason is { } against)
        {
            await refusals.NoteAsync(new(against, ActorOf(row, [], address), row.Id, prefix));
            return null;
        }

        await NoteUseAsync(context, row, address, now, cancellationToken);
        return ActorOf(row, row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(held!.Contains), address);
    }

    private static Actor ActorOf(ApiKey row, IEnumerable<string> permissions, string? address) =>
        new(ActorKind.ApiKey, row.Id, row.ActorName, permissions.ToFrozenSet(StringComparer.Ordinal), address);

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
}
