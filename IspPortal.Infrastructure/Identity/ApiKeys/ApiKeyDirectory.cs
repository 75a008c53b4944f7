using System.Linq.Expressions;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.ApiKeys;

/// <inheritdoc cref="IApiKeyDirectory" />
internal sealed class ApiKeyDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, TimeProvider clock) : IApiKeyDirectory
{
    public async Task<Result<Page<ApiKeyRow>>> ListAsync(ApiKeyFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.ApiKeysRead) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = Filtered(WithMakers(context), filter, page.SearchOrNull, now);
        var total = await keys.LongCountAsync(cancellationToken);
        var rows = await Sorted(keys, page, now).Skip(page.Skip).Take(page.Take).Select(Columns).ToListAsync(cancellationToken);
        return Page<ApiKeyRow>.Of([.. rows.Select(row => RowOf(row, now))], page, total);
    }

    public async Task<Result<ApiKeyDetails>> GetAsync(Guid keyId, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.ApiKeysRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await WithMakers(context).Where(row => row.Key.Id == keyId).Select(Columns).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return IdentityErrors.ApiKeyNotFound;
        }

        var roles = await context.Set<UserRole>().AsNoTracking().Where(role => role.UserId == found.Key.MakerId).Select(role => role.Role).ToListAsync(cancellationToken);
        var held = RolePermissions.Of(roles);
        var row = RowOf(found, clock.UtcNow());
        return new ApiKeyDetails(
            row, Words(found.Key.AllowedAddresses), [.. row.Scopes.Where(scope => !held.Contains(scope))], found.Key.RevokedAtUtc, found.Key.RevokedBy, found.Key.RevokedReason);
    }

    private static Expression<Func<KeyAndMaker, KeyColumns>> Columns { get; } = row => new KeyColumns(row.Key, row.Maker.DisplayName, row.Maker.IsActive);

    private static IQueryable<KeyAndMaker> WithMakers(PortalDbContext context) =>
        context.Set<ApiKey>().AsNoTracking().Join(context.Users, key => key.MakerId, maker => maker.Id, (key, maker) => new KeyAndMaker { Key = key, Maker = maker });

    private static IQueryable<KeyAndMaker> Filtered(IQueryable<KeyAndMaker> keys, ApiKeyFilter filter, string? search, DateTime now)
    {
        if (search is not null)
        {
            var text = SearchKey.Of(search);
            keys = keys.Where(row => row.Key.SearchKey.Contains(text));
        }

        if (filter.MakerId is { } makerId)
        {
            keys = keys.Where(row => row.Key.MakerId == makerId);
        }

        return filter.State switch
        {
            null => keys,
            ApiKeyState.Revoked => keys.Where(row => row.Key.RevokedAtUtc != null),
            ApiKeyState.Expired => keys.Where(row => row.Key.RevokedAtUtc == null && row.Key.ExpiresAtUtc <= now),
            ApiKeyState.Suspended => keys.Where(row => row.Key.RevokedAtUtc == null && (row.Key.ExpiresAtUtc == null || row.Key.ExpiresAtUtc > now) && !row.Maker.IsActive),
            _ => keys.Where(row => row.Key.RevokedAtUtc == null && (row.Key.ExpiresAtUtc == null || row.Key.ExpiresAtUtc > now) && row.Maker.IsActive),
        };
    }

    private static IQueryable<KeyAndMaker> Sorted(IQueryable<KeyAndMaker> keys, PageRequest page, DateTime now)
    {
        var sorted = page.Sort switch
        {
            "name" => By(row => row.Key.SearchKey),
            "prefix" => By(row => row.Key.Prefix),
            "maker" => By(row => row.Maker.SearchKey),
            "state" => By(row => row.Key.RevokedAtUtc != null ? 3 : row.Key.ExpiresAtUtc <= now ? 2 : row.Maker.IsActive ? 0 : 1),
            "created" => By(row => row.Key.CreatedAtUtc),
            "lastUsed" => By(row => row.Key.LastUsedAtUtc),
            "expires" => By(row => row.Key.ExpiresAtUtc),
            _ => keys.OrderByDescending(row => row.Key.CreatedAtUtc),
        };
        return sorted.ThenBy(row => row.Key.Id);

        IOrderedQueryable<KeyAndMaker> By<TKey>(Expression<Func<KeyAndMaker, TKey>> key) => page.Descending ? keys.OrderByDescending(key) : keys.OrderBy(key);
    }

    private static ApiKeyRow RowOf(KeyColumns row, DateTime now)
    {
        var key = row.Key;
        var state = key.RevokedAtUtc is not null ? ApiKeyState.Revoked
            : key.ExpiresAtUtc <= now ? ApiKeyState.Expired
            : row.MakerIsActive ? ApiKeyState.Active
            : ApiKeyState.Suspended;
        return new ApiKeyRow(
            key.Id, key.Name, key.Prefix, state, Words(key.Scopes), key.MakerId, row.MakerName, key.CreatedAtUtc, key.ExpiresAtUtc, key.LastUsedAtUtc, key.LastUsedAddress);
    }

    private static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed class KeyAndMaker
    {
        public required ApiKey Key { get; init; }

        public required PortalUser Maker { get; init; }
    }

    /// <summary>What is read: of the maker no more than is shown.</summary>
    private sealed record KeyColumns(ApiKey Key, string MakerName, bool MakerIsActive);
}
