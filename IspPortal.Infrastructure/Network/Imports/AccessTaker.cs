using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Imports;

/// <summary>
/// Makes found lines the portal's by the rules of <see cref="IAccessEditor"/>, a batch per transaction. A username that is reserved already is passed over, so
/// that repeating it changes nothing.
/// </summary>
internal sealed class AccessTaker(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    public const int BatchSize = 250;

    private const int Tries = 4;

    /// <summary>Takes one batch; gives the access of each number that is the portal's on this router now.</summary>
    public async Task<Result<IReadOnlyDictionary<int, Guid>>> TakeAsync(Guid routerId, IReadOnlyList<FoundAccess> batch, Func<PortalDbContext, IReadOnlyDictionary<int, Guid>, Task> note, CancellationToken cancellationToken)
    {
        // The collector writes the same accounts whenever it sees a session.
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var taken = await AddAsync(context, routerId, batch, cancellationToken);
            await note(context, taken);
            var saved = await context.TrySaveAsync(Core.Common.CommonErrors.VersionConflict, cancellationToken);
            if (saved.Succeeded)
            {
                await transaction.CommitAsync(cancellationToken);
                return Result.Of(taken);
            }

            if (attempt == Tries)
            {
                return saved.Error;
            }
        }
    }

    private async Task<IReadOnlyDictionary<int, Guid>> AddAsync(PortalDbContext context, Guid routerId, IReadOnlyList<FoundAccess> batch, CancellationToken cancellationToken)
    {
        var validator = new SaveAccessRequestValidator();
        var names = batch.Select(b => b.Request.Username).ToList();
        var keys = batch.Select(b => DesiredAccessRecord.KeyOf(b.Request.Service, b.Request.Username)).ToList();
        var reserved = await context.Set<DesiredAccessRecord>().AsNoTracking().Where(w => keys.Contains(w.UsernameKey)).Select(w => new { w.UsernameKey, w.AccessId }).ToDictionaryAsync(w => w.UsernameKey, w => w.AccessId, StringComparer.Ordinal, cancellationToken);
        var reservedIds = reserved.Values.ToList();
        var here = await context.Set<AccessPlacement>().AsNoTracking().Where(p => p.RouterId == routerId && reservedIds.Contains(p.AccessId)).Select(p => p.AccessId).ToHashSetAsync(cancellationToken);
        var seen = await context.Set<AccessAccount>().Where(a => a.RouterId == routerId && names.Contains(a.Username)).ToListAsync(cancellationToken);
        var accounts = seen.ToDictionary(a => (a.Service, a.Username));
        var taken = new Dictionary<int, Guid>();
        foreach (var found in batch)
        {
            var request = found.Request;
            if (reserved.TryGetValue(DesiredAccessRecord.KeyOf(request.Service, request.Username), out var owner))
            {
                if (here.Contains(owner))
                {
                    taken[found.Number] = owner;
                }

                continue;
            }

            if (validator.Validate(request).IsValid)
            {
                taken[found.Number] = Add(context, found, accounts.GetValueOrDefault((request.Service, request.Username)));
            }
        }

        return taken;
    }

    private Guid Add(PortalDbContext context, FoundAccess found, AccessAccount? account)
    {
        var request = found.Request;
        if (account is null)
        {
            account = new AccessAccount
            {
                Id = Ids.New(clock),
                RouterId = request.RouterId,
                Service = request.Service,
                Username = request.Username,
                SearchKey = AccessAccount.SearchKeyOf(request.Username, request.Note),
                FirstSeenAtUtc = clock.UtcNow(),
            };
            context.Add(account);
        }

        account.IsOwned = true;
        context.Add(new DesiredAccessRecord
        {
            AccessId = account.Id,
            Service = request.Service,
            Username = request.Username,
            UsernameKey = DesiredAccessRecord.KeyOf(request.Service, request.Username),
            Lifecycle = AccessLifecycle.Live,
            Holds = found.Holds,
            Password = request.Password,
            PasswordRevision = request.Password is null ? 0 : 1,
            Profile = request.Service == AccessService.Static ? null : request.Profile,
            RateLimit = request.RateLimit,
            FixedAddress = request.FixedAddress,
            CallerId = request.CallerId,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
            CreatedAtUtc = clock.UtcNow(),
        });
        context.Add(new AccessPlacement
        {
            AccessId = account.Id,
            RouterId = request.RouterId,
            Role = PlacementRole.Primary,
            MayAdopt = true,
            PasswordRevision = request.Password is null ? 0 : 1,
            ItemId = found.ItemId,
            AppliedState = found.AppliedState,
            AppliedAtUtc = clock.UtcNow(),
        });
        return account.Id;
    }
}
