using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

/// <summary>Reads the profiles of routers, and keeps what was read with its age.</summary>
internal sealed class RouterProfiles(PortalContextSource source, IRouterContentsReader reader, TimeProvider clock)
{
    private const int RoutersAtOnce = 8;
    private const string InTheNameOf = "read-profiles";

    /// <summary>What was last read of every router.</summary>
    public async Task<Dictionary<Guid, ProfileReading>> ListAsync(PortalDbContext context, AccessService service, CancellationToken cancellationToken) =>
        (await context.Set<RouterProfileReading>().AsNoTracking().Where(r => r.Service == service).ToListAsync(cancellationToken)).ToDictionary(
            r => r.RouterId,
            r => new ProfileReading(r.ReadAtUtc is null ? null : JsonSerializer.Deserialize<List<FoundProfile>>(r.ProfilesJson, JsonSerializerOptions.Web), r.ReadAtUtc, r.ErrorCode));

    /// <summary>Reads several routers at once; one that cannot be read costs its own deadline and no other's.</summary>
    public async Task ReadAsync(IReadOnlyList<Guid> routerIds, AccessService service, CancellationToken cancellationToken)
    {
        var menu = AccessItems.ProfileMenuOf(service)!;
        await Parallel.ForEachAsync(routerIds, new ParallelOptions { MaxDegreeOfParallelism = RoutersAtOnce, CancellationToken = cancellationToken }, async (routerId, token) =>
            await KeepAsync(routerId, service, await reader.ReadAsync(routerId, new RouterReading([menu]), token), token));
    }

    /// <summary>
    /// Compares profiles with one router and gives the plan that makes them equal. Reads accounts and sessions only when somebody would be cut off.
    /// </summary>
    public async Task<Result<RouterPlan>> PlanAsync(Guid routerId, IReadOnlyList<DesiredProfile> wanted, KickPolicy kicks, CancellationToken cancellationToken)
    {
        var service = wanted[0].Service;
        var (profiles, accounts) = (AccessItems.ProfileMenuOf(service)!, AccessItems.MenuOf(service));
        var reading = new RouterReading(kicks.Timing == KickTiming.NextRedial ? [profiles] : [profiles, accounts, RouterMenus.SessionsOf(accounts)!]);
        var contents = await reader.ReadAsync(routerId, reading, cancellationToken);
        await KeepAsync(routerId, service, contents, cancellationToken);
        return contents.Succeeded ? AccessPlanner.Plan(new PlannerInput(contents.Value, [], clock.UtcNow()) { Profiles = wanted, Kicks = kicks }) : contents.Error;
    }

    private async Task KeepAsync(Guid routerId, AccessService service, Result<RouterContents> contents, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(InTheNameOf);
        var reading = await context.Set<RouterProfileReading>().FirstOrDefaultAsync(r => r.RouterId == routerId && r.Service == service, cancellationToken);
        if (reading is null)
        {
            reading = new RouterProfileReading { RouterId = routerId, Service = service, ProfilesJson = "[]" };
            context.Add(reading);
        }

        (reading.TriedAtUtc, reading.ErrorCode) = (clock.UtcNow(), contents.Error?.Code);
        if (contents.Succeeded)
        {
            reading.ReadAtUtc = reading.TriedAtUtc;
            reading.ProfilesJson = JsonSerializer.Serialize(
                contents.Value[AccessItems.ProfileMenuOf(service)!].Items.Select(item => new FoundProfile(item["name"] ?? "", item["rate-limit"], item["address-list"])), JsonSerializerOptions.Web);
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Two people read the router for the first time at once: the other's reading is as good.
        }
    }
}
