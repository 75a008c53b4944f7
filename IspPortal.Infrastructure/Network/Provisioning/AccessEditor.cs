using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

internal sealed class AccessEditor(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IAuditWriter audit, TimeProvider clock) : IAccessEditor
{
    public async Task<Result<Guid>> AddAsync(SaveAccessRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await MissingRouterAsync(context, request, cancellationToken) is { } missing)
        {
            return missing;
        }

        var key = DesiredAccessRecord.KeyOf(request.Service, request.Username);
        if (await context.Set<DesiredAccessRecord>().AnyAsync(w => w.UsernameKey == key, cancellationToken))
        {
            return NetworkErrors.UsernameTaken(request.Username);
        }

        // One that was seen there already keeps its id, and with it its past.
        var account = await context.Set<AccessAccount>().FirstOrDefaultAsync(
            a => a.RouterId == request.RouterId && a.Service == request.Service && a.Username == request.Username, cancellationToken);
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
        var wanted = new DesiredAccessRecord
        {
            AccessId = account.Id,
            Service = request.Service,
            Username = request.Username,
            UsernameKey = key,
            Lifecycle = AccessLifecycle.Live,
            Password = request.Password,
            PasswordRevision = request.Password is null ? 0 : 1,
            CreatedAtUtc = clock.UtcNow(),
        };
        Fill(wanted, request);
        if (await AddressClaims.ClaimAsync(context, wanted, null, cancellationToken) is { } given)
        {
            return given;
        }

        context.Add(wanted);
        context.Add(new AccessPlacement { AccessId = account.Id, RouterId = request.RouterId, Role = PlacementRole.Primary, MayAdopt = request.MayAdopt });
        var partner = request.TwinRouterId is null && !request.WithoutTwin ? await PartnerOfAsync(context, request.RouterId, cancellationToken) : request.TwinRouterId;
        if (partner is { } twin)
        {
            context.Add(new AccessPlacement { AccessId = account.Id, RouterId = twin, Role = PlacementRole.Twin, MayAdopt = request.MayAdopt });
        }

        var saved = await SaveAsync(context, wanted, cancellationToken);
        return saved.Succeeded ? account.Id : saved.Error;
    }

    public async Task<Result> UpdateAsync(Guid accessId, long version, SaveAccessRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.AccessId == accessId, cancellationToken);
        if (wanted is null)
        {
            return await MissingAsync(context, accessId, cancellationToken);
        }

        if (wanted.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (wanted.Service != request.Service)
        {
            return CommonErrors.Invalid([new FieldError("service", "network.service_is_fixed")]);
        }

        if (await MissingRouterAsync(context, request, cancellationToken) is { } missing)
        {
            return missing;
        }

        if (request.Password is not null && request.Password != wanted.Password)
        {
            wanted.Password = request.Password;
            wanted.PasswordRevision++;
        }

        var before = wanted.FixedAddressNumber;
        Fill(wanted, request);
        if (await AddressClaims.ClaimAsync(context, wanted, before, cancellationToken) is { } given)
        {
            return given;
        }

        wanted.Username = request.Username;
        wanted.UsernameKey = DesiredAccessRecord.KeyOf(request.Service, request.Username);
        await PlaceAsync(context, wanted, request, cancellationToken);
        return await SaveAsync(context, wanted, cancellationToken);
    }

    public Task<Result> ChangeHoldsAsync(Guid accessId, AccessHolds set, AccessHolds lift, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(accessId, "holds_changed", reason, wanted => wanted.Holds = (wanted.Holds | set) & ~lift, cancellationToken);

    public Task<Result> SetPasswordAsync(Guid accessId, string? password, CancellationToken cancellationToken) => ChangeAsync(
        accessId,
        null,
        null,
        wanted =>
        {
            wanted.Password = password;
            wanted.PasswordRevision += password is null ? 0 : 1;
        },
        cancellationToken);

    public Task<Result> TerminateAsync(Guid accessId, TimeSpan keepFor, string reason, CancellationToken cancellationToken) => ChangeAsync(
        accessId,
        "terminated",
        reason,
        wanted =>
        {
            wanted.Lifecycle = AccessLifecycle.Terminated;
            wanted.ClaimedAddress = null;
            wanted.KeepDisabledUntilUtc = clock.UtcNow() + keepFor;
        },
        cancellationToken);

    private async Task<Result> SaveAsync(PortalDbContext context, DesiredAccessRecord wanted, CancellationToken cancellationToken)
    {
        var taken = NetworkErrors.UsernameTaken(wanted.Username);
        var saved = await context.TrySaveAsync(taken, cancellationToken);
        if (saved.Error?.Code != taken.Code)
        {
            return saved;
        }

        await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
        return await AddressClaims.MeaningAsync(fresh, wanted, taken, cancellationToken);
    }

    private async Task<Result> ChangeAsync(Guid accessId, string? action, string? reason, Action<DesiredAccessRecord> change, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        if (action is not null && string.IsNullOrWhiteSpace(reason))
        {
            return CommonErrors.Invalid([new FieldError("reason", "common.required")]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.AccessId == accessId, cancellationToken);
        if (wanted is null)
        {
            return await MissingAsync(context, accessId, cancellationToken);
        }

        change(wanted);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded && action is not null)
        {
            await audit.WriteAsync(action, "access", accessId.ToString(), new { reason }, cancellationToken);
        }

        return saved;
    }

    // The old router becomes former and is cleaned once the new one has the line; one that was former and serves again is simply taken back.
    private static async Task PlaceAsync(PortalDbContext context, DesiredAccessRecord wanted, SaveAccessRequest request, CancellationToken cancellationToken)
    {
        var accessId = wanted.AccessId;
        var placements = await context.Set<AccessPlacement>().Where(p => p.AccessId == accessId).ToListAsync(cancellationToken);
        if (!placements.Exists(p => p.RouterId == request.RouterId && p.Role == PlacementRole.Primary))
        {
            // Who moves a line by hand says where it belongs.
            wanted.HomeRouterId = null;
        }

        foreach (var placement in placements)
        {
            placement.Role = placement.RouterId == request.RouterId ? PlacementRole.Primary : placement.RouterId == request.TwinRouterId ? PlacementRole.Twin : PlacementRole.Former;
            placement.MayAdopt |= request.MayAdopt && placement.Role != PlacementRole.Former;
        }

        foreach (var (router, role) in ((Guid?, PlacementRole)[])[(request.RouterId, PlacementRole.Primary), (request.TwinRouterId, PlacementRole.Twin)])
        {
            if (router is { } id && placements.TrueForAll(p => p.RouterId != id))
            {
                context.Add(new AccessPlacement { AccessId = accessId, RouterId = id, Role = role, MayAdopt = request.MayAdopt });
            }
        }
    }

    private static void Fill(DesiredAccessRecord wanted, SaveAccessRequest request)
    {
        wanted.Profile = request.Service == AccessService.Static ? null : request.Profile;
        wanted.ThrottledProfile = request.ThrottledProfile;
        wanted.RateLimit = request.Service == AccessService.Static ? request.RateLimit : null;
        wanted.FixedAddress = request.FixedAddress;
        wanted.CallerId = request.CallerId?.ToUpperInvariant();
        wanted.Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
    }

    private static Task<Guid?> PartnerOfAsync(PortalDbContext context, Guid routerId, CancellationToken cancellationToken) =>
        context.Set<Router>().Where(r => r.Id == routerId).Select(r => r.TwinRouterId).FirstOrDefaultAsync(cancellationToken);

    private static async Task<Error?> MissingRouterAsync(PortalDbContext context, SaveAccessRequest request, CancellationToken cancellationToken)
    {
        List<Guid> ids = request.TwinRouterId is { } twin ? [request.RouterId, twin] : [request.RouterId];
        return await context.Set<Router>().CountAsync(r => ids.Contains(r.Id) && r.RemovedAtUtc == null, cancellationToken) == ids.Count ? null : NetworkErrors.RouterNotFound;
    }

    private static async Task<Error> MissingAsync(PortalDbContext context, Guid accessId, CancellationToken cancellationToken) =>
        await context.Set<AccessAccount>().AnyAsync(a => a.Id == accessId, cancellationToken) ? NetworkErrors.AccessNotOwned : NetworkErrors.AccessNotFound;

    private Error? Refuse(SaveAccessRequest request) =>
        actor.Deny(NetworkPermissions.AccessesWrite) ?? new SaveAccessRequestValidator().Validate(request).ErrorOrNull();
}
