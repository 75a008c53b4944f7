using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>
/// Compares what should be with what one router holds and gives the ordered steps that make them equal. It decides only: nothing is read or
/// written here. The same input gives the same plan, and a plan that was applied whole leaves nothing to plan.
/// </summary>
public static class AccessPlanner
{
    private const int FewestForDoubt = 20;

    /// <summary>The plan of one router, or <see cref="ProvisioningErrors.ReadingDoubtful"/>.</summary>
    public static Result<RouterPlan> Plan(PlannerInput input)
    {
        if (Doubt(input) is { } doubt)
        {
            return doubt;
        }

        var steps = new List<PlanStep>();
        var findings = new List<PlanFinding>();
        foreach (var profile in input.Profiles)
        {
            PlanProfile(input, profile, steps, findings);
        }

        // Lines that are cut off come first: when a plan is stopped half way, the debt is not what was left out.
        var names = new HashSet<(AccessService, string)>();
        foreach (var access in input.Accesses.OrderByDescending(a => a.State is AccessState.Isolated or AccessState.Disabled && !a.IsStandby))
        {
            if (access.State != AccessState.Absent && !names.Add((access.Service, access.Username)))
            {
                findings.Add(new(PlanFindingKind.NameTwice, AccessItems.MenuOf(access.Service), access.Username, access.AccessId));
                continue;
            }

            PlanAccess(input, access, steps, findings);
        }

        foreach (var menu in input.Contents.Menus.Values)
        {
            findings.AddRange(menu.Repeated.Select(item => new PlanFinding(PlanFindingKind.Repeated, menu.Menu, item.KeyIn(menu.Menu), null, item.Comment)));
        }

        return new RouterPlan(input.Contents.RouterId, steps, findings);
    }

    /// <summary>What a line should be on its router at a moment: one that ended is kept disabled for a while before it goes.</summary>
    public static AccessState StateNow(DesiredAccess access, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(access);
        return access.State == AccessState.Absent && access.KeepDisabledUntilUtc > nowUtc ? AccessState.Disabled : access.State;
    }

    private static void PlanProfile(PlannerInput input, DesiredProfile profile, List<PlanStep> steps, List<PlanFinding> findings)
    {
        var wanted = AccessItems.Profile(profile);
        var menu = input.Contents[wanted.Menu];
        var found = menu.Find(profile.Name);
        if (found is null && !CanMake(profile, menu))
        {
            findings.Add(new(PlanFindingKind.ProfileMissing, wanted.Menu, profile.IsAdopted ? profile.Like! : profile.Name));
            return;
        }

        if (found is null && profile.Like is { } like)
        {
            wanted = wanted with { FieldsWhenNew = [.. wanted.FieldsWhenNew, .. AccessItems.SettingsOf(menu.Find(like)!, wanted.Menu)] };
        }

        if (found is not null && !profile.IsAdopted)
        {
            // Not ours to mark: the two properties we own there are known without a tag.
            wanted = wanted with { Tag = OwnershipTag.TextOf(found.Comment) ?? string.Empty };
            if (profile.OnlyOne is { } onlyOne && !FieldEquality.AreEqual("only-one", found["only-one"], onlyOne))
            {
                findings.Add(new(PlanFindingKind.NotOwnedProperty, wanted.Menu, profile.Name, null, "only-one"));
            }
        }

        var step = Unmarked(ItemComparer.Compare(wanted, menu, findings));
        if (step is null)
        {
            return;
        }

        steps.Add(step);
        if (step.Verb == PlanVerb.Set && step.After.ContainsKey("rate-limit") && input.Kicks.Timing != KickTiming.NextRedial)
        {
            KickUsersOf(input, profile, steps);
        }
    }

    private static bool CanMake(DesiredProfile profile, MenuContents menu) => profile.IsAdopted && (profile.Like is null || menu.Find(profile.Like) is not null);

    // A profile that is left to its owners is written without a tag, and found by its name.
    private static PlanStep? Unmarked(PlanStep? step) => step is { Tag: "" } ? step with { Tag = null } : step;

    private static void KickUsersOf(PlannerInput input, DesiredProfile profile, List<PlanStep> steps)
    {
        var accounts = AccessItems.MenuOf(profile.Service);
        if (input.Contents.Find(accounts) is not { } menu)
        {
            return;
        }

        foreach (var account in menu.Items.Where(i => i["profile"] == profile.Name))
        {
            if (SessionOf(input, accounts, account["name"] ?? string.Empty) is { } session)
            {
                steps.Add(Kick(accounts, session, "profile.change", OwnershipTag.TryRead(account.Comment, out var id) ? id : null));
            }
        }
    }

    private static void PlanAccess(PlannerInput input, DesiredAccess access, List<PlanStep> steps, List<PlanFinding> findings)
    {
        var state = StateNow(access, input.NowUtc);
        var wanted = AccessItems.Main(access with { State = state });
        var menu = input.Contents[wanted.Menu];
        if (menu.IsRepeated(access.AccessId))
        {
            // Which of them is the line cannot be told: a person has to remove the copy. Reported once for the menu.
            return;
        }

        var session = SessionOf(input, wanted.Menu, ItemComparer.Locate(wanted, menu)?["name"] ?? access.Username);

        if (state == AccessState.Absent)
        {
            if (Add(steps, ItemComparer.Remove(wanted, menu, findings)) && session is not null)
            {
                steps.Add(Kick(wanted.Menu, session, wanted.Reason, access.AccessId));
            }
        }
        else if (Allows(input, access with { State = state }, wanted, findings))
        {
            // A line that ended is kept disabled where it is; it is not made again just to be disabled.
            if (access.State == AccessState.Absent && ItemComparer.Locate(wanted, menu) is null)
            {
                return;
            }

            var seen = findings.Count;
            var step = ItemComparer.Compare(wanted, menu, findings);
            Add(steps, step);
            var isForeign = findings.Count > seen;
            if (!isForeign && session is not null && KickReason(input, access with { State = state }, step, session) is { } reason)
            {
                steps.Add(Kick(wanted.Menu, session, reason, access.AccessId));
            }
        }
        else
        {
            return;
        }

        if (access.Service == AccessService.Static)
        {
            PlanLists(input, access with { State = state }, steps, findings);
        }
    }

    private static bool Allows(PlannerInput input, DesiredAccess access, DesiredItem wanted, List<PlanFinding> findings)
    {
        if (access.State == AccessState.Isolated && (!input.IsolirIsReady || (access.Service != AccessService.Static && access.IsolirProfile is null)))
        {
            findings.Add(new(PlanFindingKind.IsolirNotReady, wanted.Menu, access.Username, access.AccessId));
            return false;
        }

        if (access.Service == AccessService.Static)
        {
            if (string.IsNullOrEmpty(access.FixedAddress))
            {
                findings.Add(new(PlanFindingKind.AddressMissing, wanted.Menu, access.Username, access.AccessId));
                return false;
            }

            return true;
        }

        var profile = AccessItems.ProfileOf(access);
        if (profile is not null && input.Contents.Find(AccessItems.ProfileMenuOf(access.Service)!) is { } profiles
            && profiles.Covers(profile) && profiles.Find(profile) is null
            && !input.Profiles.Any(p => p.Service == access.Service && p.Name == profile && CanMake(p, profiles)))
        {
            findings.Add(new(PlanFindingKind.ProfileMissing, AccessItems.ProfileMenuOf(access.Service)!, profile, access.AccessId));
            return false;
        }

        return true;
    }

    // A static line has no session to carry a profile's list: the entry is its own, at its fixed address.
    private static void PlanLists(PlannerInput input, DesiredAccess access, List<PlanStep> steps, List<PlanFinding> findings)
    {
        var menu = input.Contents[RouterMenus.AddressList];
        var list = access.State switch { AccessState.Isolated => input.IsolirList, AccessState.Disabled => input.BlockedList, _ => null };
        var wanted = list is null || string.IsNullOrEmpty(access.FixedAddress) ? null : AccessItems.Entry(access, list);
        if (wanted is not null && ItemComparer.Compare(wanted, menu, findings) is { } step)
        {
            steps.Add(step with { AccessId = access.AccessId });
        }

        // Whatever else of this line stands on those two lists is of an earlier state or an earlier address.
        foreach (var stale in menu.FindAllOwned(access.AccessId))
        {
            if ((stale["list"] == input.IsolirList || stale["list"] == input.BlockedList) && stale.KeyIn(RouterMenus.AddressList) != wanted?.Key)
            {
                var entry = AccessItems.Entry(access with { FixedAddress = stale["address"] }, stale["list"]!);
                if (ItemComparer.Remove(entry, menu, findings) is { } removal)
                {
                    steps.Add(removal with { AccessId = access.AccessId });
                }
            }
        }
    }

    // Also ends a session that an interrupted plan left as it was: disabled but still connected, or on the wrong side of the isolir list.
    private static string? KickReason(PlannerInput input, DesiredAccess access, PlanStep? step, RouterItem session)
    {
        if (access.IsStandby)
        {
            // Nobody is cut off: the session goes over to the other router, and may do so when it suits.
            return input.Kicks.Timing == KickTiming.NextRedial ? null : AccessItems.StandbyReason;
        }

        if (access.State == AccessState.Disabled)
        {
            return "access.disable";
        }

        var listed = IsListed(input, session);
        if (access.State == AccessState.Isolated)
        {
            return listed != true && (listed == false || step is not null) ? "access.isolate" : null;
        }

        if (listed == true)
        {
            return "access.restore";
        }

        var isSpeed = step is not null && step.Verb == PlanVerb.Set && (step.After.ContainsKey("profile") || step.After.ContainsKey("name") || step.After.ContainsKey("remote-address") || step.After.ContainsKey("address"));
        return isSpeed && input.Kicks.Timing != KickTiming.NextRedial ? "access.change" : null;
    }

    // Null when the lists were not read.
    private static bool? IsListed(PlannerInput input, RouterItem session) =>
        input.Contents.Find(RouterMenus.AddressList) is { } lists && session["address"] is { Length: > 0 } address
            ? lists.IsListed(input.IsolirList, address)
            : null;

    private static RouterItem? SessionOf(PlannerInput input, string accounts, string name) =>
        RouterMenus.SessionsOf(accounts) is { } sessions ? input.Contents.Find(sessions)?.Find(name) : null;

    private static PlanStep Kick(string accounts, RouterItem session, string reason, Guid? accessId)
    {
        var menu = RouterMenus.SessionsOf(accounts)!;
        return new PlanStep(PlanVerb.Kick, menu, session.KeyIn(menu), reason)
        {
            AccessId = accessId,
            ItemId = session.Id,
            Before = session.Fields.Where(f => f.Key is "address" or "uptime" or "session-id").ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal),
        };
    }

    private static bool Add(List<PlanStep> steps, PlanStep? step)
    {
        if (step is not null)
        {
            steps.Add(step);
        }

        return step is not null;
    }

    private static Error? Doubt(PlannerInput input)
    {
        if (input.AcceptsMissing || input.KnownOwned is not >= FewestForDoubt)
        {
            return null;
        }

        var menus = input.Accesses.Select(a => AccessItems.MenuOf(a.Service)).Distinct().Select(input.Contents.Find).OfType<MenuContents>().ToList();
        if (menus.Any(m => !m.IsWhole))
        {
            return null;
        }

        // A line that was just imported has no mark yet: it is known by its name.
        var found = menus.Sum(m => m.Owned.Count())
            + input.Accesses.Count(a => a.MayAdopt && input.Contents.Find(AccessItems.MenuOf(a.Service)) is { } menu && menu.FindOwned(a.AccessId) is null && menu.Find(a.Username) is { } item && OwnershipTag.TextOf(item.Comment) is null);
        return found * 2 < input.KnownOwned ? ProvisioningErrors.ReadingDoubtful(found, input.KnownOwned.Value) : null;
    }
}
