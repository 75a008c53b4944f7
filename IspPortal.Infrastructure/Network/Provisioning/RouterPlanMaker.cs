using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Reads one router and compares it with what it should hold. Writes nothing to it.</summary>
internal sealed class RouterPlanMaker(DesiredAccesses wanted, IRouterContentsReader reader, PlacementWriter placements, TimeProvider clock)
{
    /// <summary>The plan of one router: for lines given by name, or (null) for everything on it.</summary>
    public async Task<Result<RouterPlan>> MakeAsync(
        Guid routerId, IReadOnlyCollection<Guid>? accessIds, ProvisioningSettings settings, KickPolicy kicks, bool acceptsMissing, CancellationToken cancellationToken)
    {
        var compared = await CompareAsync(routerId, accessIds, settings, kicks, acceptsMissing, cancellationToken);
        return compared.Succeeded ? compared.Value.Plan : compared.Error;
    }

    /// <summary>The same, with what was read and what was wanted.</summary>
    public async Task<Result<RouterComparison>> CompareAsync(
        Guid routerId, IReadOnlyCollection<Guid>? accessIds, ProvisioningSettings settings, KickPolicy kicks, bool acceptsMissing, CancellationToken cancellationToken)
    {
        var wants = await wanted.LoadAsync(routerId, accessIds, settings, cancellationToken);
        var compared = await PlanAsync(routerId, wants, accessIds is null ? null : accessIds.Count, settings, kicks, acceptsMissing, cancellationToken);
        if (compared.Succeeded)
        {
            await NoteInSyncAsync(routerId, compared.Value, cancellationToken);
        }

        return compared;
    }

    /// <summary>What it would take if the router were to these lines what <paramref name="role"/> says. Notes nothing.</summary>
    public async Task<Result<RouterComparison>> CompareAsIfAsync(
        Guid routerId, IReadOnlyList<DesiredAccessRecord> lines, PlacementRole role, PairMode mode, bool mayAdopt, ProvisioningSettings settings, KickPolicy kicks, CancellationToken cancellationToken)
    {
        var wants = await wanted.LoadAsIfAsync(routerId, lines, role, mode, mayAdopt, settings, cancellationToken);
        return await PlanAsync(routerId, wants, lines.Count, settings, kicks, acceptsMissing: false, cancellationToken);
    }

    /// <summary>Notes the lines that the comparison found as they should be.</summary>
    public Task NoteInSyncAsync(Guid routerId, RouterComparison compared, CancellationToken cancellationToken)
    {
        var open = compared.Plan.Steps.Select(s => s.AccessId).Concat(compared.Plan.Findings.Select(f => f.AccessId)).ToHashSet();
        return placements.NoteInSyncAsync(routerId, [.. compared.Wanted.Where(a => !open.Contains(a.AccessId))], cancellationToken);
    }

    // Null: everything on the router, its profiles too.
    private async Task<Result<RouterComparison>> PlanAsync(
        Guid routerId, WantedOnRouter wants, int? named, ProvisioningSettings settings, KickPolicy kicks, bool acceptsMissing, CancellationToken cancellationToken)
    {
        var keys = named is null ? null : KeysOf(wants.Accesses);
        var whole = keys is null || named > RouterContentsReader.MaxKeys || keys.Values.Any(k => k.Count > RouterContentsReader.MaxKeys);
        var profiles = named is null ? wants.Profiles : MadeFor(wants);
        var contents = await reader.ReadAsync(routerId, ReadingOf(wants.Accesses, profiles, whole, settings), cancellationToken);
        if (!contents.Succeeded)
        {
            return contents.Error;
        }

        var plan = AccessPlanner.Plan(new PlannerInput(contents.Value, wants.Accesses, clock.UtcNow())
        {
            Profiles = profiles,
            IsolirIsReady = wants.IsolirIsReady,
            IsolirList = settings.IsolirList,
            BlockedList = settings.BlockedList,
            Kicks = kicks,
            KnownOwned = whole ? wants.KnownOwned : null,
            AcceptsMissing = acceptsMissing,
        });
        return plan.Succeeded ? new RouterComparison(plan.Value, contents.Value, wants.Accesses) : plan.Error;
    }

    // A profile that is made after another's model comes with the lines that need it: nobody else would tell the router of it.
    private static IReadOnlyList<DesiredProfile> MadeFor(WantedOnRouter wants)
    {
        var used = wants.Accesses.Select(a => (a.Service, AccessItems.ProfileOf(a))).ToHashSet();
        return [.. wants.Profiles.Where(p => p.Like is not null && used.Contains((p.Service, p.Name)))];
    }

    private static RouterReading ReadingOf(IReadOnlyList<DesiredAccess> accesses, IReadOnlyList<DesiredProfile> profiles, bool whole, ProvisioningSettings settings)
    {
        var reading = new RouterReading(MenusOf(accesses, profiles)) { AddressLists = [settings.IsolirList, settings.BlockedList] };
        return whole ? reading : reading with { Keys = KeysOf(accesses) };
    }

    private static List<string> MenusOf(IReadOnlyList<DesiredAccess> accesses, IReadOnlyList<DesiredProfile> profiles)
    {
        var services = accesses.Select(a => a.Service).Concat(profiles.Select(p => p.Service)).ToHashSet();
        var menus = new List<string>();
        if (services.Contains(AccessService.Pppoe))
        {
            menus.AddRange([RouterMenus.PppProfile, RouterMenus.PppSecret, RouterMenus.PppActive]);
        }

        if (services.Contains(AccessService.Hotspot))
        {
            menus.AddRange([RouterMenus.HotspotProfile, RouterMenus.HotspotUser, RouterMenus.HotspotActive]);
        }

        if (services.Contains(AccessService.Static))
        {
            menus.Add(RouterMenus.SimpleQueue);
        }

        if (menus.Count > 0)
        {
            menus.Add(RouterMenus.AddressList);
        }

        return menus;
    }

    // Profiles and lists are read whole: profiles are few, and an entry of an earlier address is known by its tag alone.
    private static Dictionary<string, IReadOnlyCollection<string>> KeysOf(IReadOnlyList<DesiredAccess> accesses)
    {
        var keys = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        foreach (var group in accesses.GroupBy(a => AccessItems.MenuOf(a.Service)))
        {
            var names = group.SelectMany(a => a.KnownAs is { } known ? [a.Username, known] : (string[])[a.Username]).Distinct(StringComparer.Ordinal).ToList();
            keys[group.Key] = names;
            if (RouterMenus.SessionsOf(group.Key) is { } sessions)
            {
                keys[sessions] = names;
            }
        }

        return keys;
    }
}
