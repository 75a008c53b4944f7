using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.ApiKeys;

/// <inheritdoc cref="IApiKeyIssuer" />
internal sealed class ApiKeyIssuer(IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, TimeProvider clock) : IApiKeyIssuer
{
    public async Task<Result<IssuedApiKey>> CreateAsync(CreateApiKeyRequest request, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.ApiKeysWrite) is { } denied)
        {
            return denied;
        }

        if (current.Actor is not { Kind: ActorKind.User, Id: { } makerId } maker)
        {
            return IdentityErrors.PersonRequired;
        }

        var now = clock.UtcNow();
        var faults = ApiKeyRules.Check(request, maker.Permissions, now);
        if (faults.Count > 0)
        {
            return CommonErrors.Invalid(faults);
        }

        var secret = ApiKeyFormat.New();
        var prefix = secret[..ApiKeyFormat.PrefixLength];
        var key = new ApiKey
        {
            Id = Ids.New(clock),
            Name = request.Name.Trim(),
            Prefix = prefix,
            SecretHash = ApiKeyFormat.Hash(secret),
            Scopes = string.Join(' ', request.Scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            AllowedAddresses = string.Join(' ', (request.AllowedAddresses ?? []).Select(Normalized).Distinct(StringComparer.Ordinal)),
            MakerId = makerId,
            CreatedAtUtc = now,
            ExpiresAtUtc = request.ExpiresAtUtc,
            SearchKey = SearchKey.Of(request.Name, prefix),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(key);
        await context.SaveChangesAsync(cancellationToken);
        return new IssuedApiKey(key.Id, prefix, secret);
    }

    public async Task<Result> RevokeAsync(Guid keyId, string reason, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.ApiKeysWrite) is { } denied)
        {
            return denied;
        }

        var faults = ApiKeyRules.CheckReason(reason);
        if (faults.Count > 0)
        {
            return CommonErrors.Invalid(faults);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var key = await context.Set<ApiKey>().SingleOrDefaultAsync(row => row.Id == keyId, cancellationToken);
        if (key is null)
        {
            return IdentityErrors.ApiKeyNotFound;
        }

        if (key.RevokedAtUtc is not null)
        {
            return IdentityErrors.ApiKeyRevoked;
        }

        key.RevokedAtUtc = clock.UtcNow();
        key.RevokedBy = current.Actor.Name;
        key.RevokedReason = reason.Trim();
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Nothing but a revocation raises the version: somebody else's was first, and its reason stays.
            return IdentityErrors.ApiKeyRevoked;
        }

        return Result.Success;
    }

    private static string Normalized(string network) =>
        AddressNetworks.TryNormalize(network, out var normalized) ? normalized : throw new ArgumentException("The rules let no other network pass.", nameof(network));
}
