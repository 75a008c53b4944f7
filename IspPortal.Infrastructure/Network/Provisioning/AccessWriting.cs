using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>What every writer of owned lines does alike, inside the caller's unit of work. Permissions and the form's own rules are the caller's.</summary>
internal static class AccessWriting
{
    /// <summary>Adds a line and its places, not saved yet. An unowned account of that name on that router becomes the line and keeps its past.</summary>
    public static async Task<Result<DesiredAccessRecord>> AddAsync(PortalDbContext context, SaveAccessRequest request, AccessLifecycle lifecycle, TimeProvider clock, CancellationToken cancellationToken)
    {
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
            Lifecycle = lifecycle,
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

        return wanted;
    }

    /// <summary>Whether a name was called taken although no line has it: whoever polls the router saw the account at the same moment. Adding it again finds it.</summary>
    public static async Task<bool> WasOnlySeenAsync(IDbContextFactory<PortalDbContext> contexts, AccessService service, string username, Error error, CancellationToken cancellationToken)
    {
        if (error.Code != NetworkErrors.UsernameTaken(username).Code)
        {
            return false;
        }

        var key = DesiredAccessRecord.KeyOf(service, username);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Set<DesiredAccessRecord>().AnyAsync(w => w.UsernameKey == key, cancellationToken);
    }

    /// <summary>Makes a line what the request says, not saved yet; what stands against it, or null.</summary>
    public static async Task<Error?> ChangeAsync(PortalDbContext context, DesiredAccessRecord wanted, SaveAccessRequest request, CancellationToken cancellationToken)
    {
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
            SetPassword(wanted, request.Password);
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
        return null;
    }

    /// <summary>Null makes it unknown.</summary>
    public static void SetPassword(DesiredAccessRecord wanted, string? password)
    {
        wanted.Password = password;
        wanted.PasswordRevision += password is null ? 0 : 1;
    }

    /// <summary>Ends a line: its address is free at once, its user name stays reserved.</summary>
    public static void Terminate(DesiredAccessRecord wanted, DateTime keepDisabledUntilUtc)
    {
        wanted.Lifecycle = AccessLifecycle.Terminated;
        wanted.ClaimedAddress = null;
        wanted.KeepDisabledUntilUtc = keepDisabledUntilUtc;
    }

    /// <summary>The partner on which a new line of that router is also present, or null.</summary>
    public static Task<Guid?> PartnerOfAsync(PortalDbContext context, Guid routerId, CancellationToken cancellationToken) =>
        context.Set<Router>().Where(r => r.Id == routerId).Select(r => r.TwinRouterId).FirstOrDefaultAsync(cancellationToken);

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

    private static async Task<Error?> MissingRouterAsync(PortalDbContext context, SaveAccessRequest request, CancellationToken cancellationToken)
    {
        List<Guid> ids = request.TwinRouterId is { } twin ? [request.RouterId, twin] : [request.RouterId];
        return await context.Set<Router>().CountAsync(r => ids.Contains(r.Id) && r.RemovedAtUtc == null, cancellationToken) == ids.Count ? null : NetworkErrors.RouterNotFound;
    }
}
