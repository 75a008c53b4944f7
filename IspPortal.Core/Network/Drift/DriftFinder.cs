using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Drift;

/// <summary>Turns a plan that nobody asked for, and what was read for it, into differences that people can judge. Pure.</summary>
public static class DriftFinder
{
    /// <summary>What stands for a password that differs.</summary>
    public const string HiddenPassword = "***";

    private static readonly HashSet<Guid> NoneKept = [];

    private static readonly string[] AccountMenus = [RouterMenus.PppSecret, RouterMenus.HotspotUser, RouterMenus.SimpleQueue];

    private static readonly string[] ShownOfUnowned = ["profile", "service", "target", "max-limit", "remote-address", "address", "caller-id", "mac-address", "disabled", "comment"];

    /// <summary>All differences of one router; each menu, key and kind once.</summary>
    /// <param name="plan">What would be done there.</param>
    /// <param name="contents">What was read, whole menus.</param>
    /// <param name="wanted">The lines that belong there, by id with the menu and name of their item.</param>
    /// <param name="kept">Those of them whose values are said by a subscription: they cannot be adopted.</param>
    public static IReadOnlyList<DriftDifference> Find(RouterPlan plan, RouterContents contents, IReadOnlyDictionary<Guid, (string Menu, string Name)> wanted, IReadOnlySet<Guid> kept)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(kept);
        var found = new Dictionary<(string, string, DriftKind), DriftDifference>();
        foreach (var difference in plan.Steps.Select(step => OfStep(step, kept)).Concat(plan.Findings.Select(f => OfFinding(f, contents))).OfType<DriftDifference>())
        {
            found.TryAdd((difference.Menu, difference.Key, difference.Kind), difference);
        }

        var names = wanted.Values.ToHashSet();
        foreach (var menu in AccountMenus.Select(contents.Find).OfType<MenuContents>().Where(m => m.IsWhole))
        {
            foreach (var difference in menu.Items.Select(item => OfItem(menu.Menu, item, wanted, names)).OfType<DriftDifference>())
            {
                found.TryAdd((difference.Menu, difference.Key, difference.Kind), difference);
            }
        }

        return [.. found.Values];
    }

    /// <summary>How many steps of a plan only put the portal's mark on an item: they change nothing for a customer and are no drift.</summary>
    public static int Marks(RouterPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Steps.Count(s => s.Verb == PlanVerb.Set && OfStep(s, NoneKept) is null);
    }

    private static DriftDifference? OfStep(PlanStep step, IReadOnlySet<Guid> kept)
    {
        var before = Shown(step.Before, step.PasswordBefore);
        var after = Shown(step.After, step.PasswordAfter);
        switch (step.Verb)
        {
            case PlanVerb.Add:
                return new(DriftKind.Missing, step.Menu, step.Key, step.AccessId) { InPortal = after, CanApply = true };
            case PlanVerb.Remove:
                return new(DriftKind.Extra, step.Menu, step.Key, step.AccessId) { OnRouter = before, CanApply = true };
            case PlanVerb.Set when after.Count > 0:
                if (step.PasswordAfter is not null)
                {
                    before["password"] = step.PasswordBefore is null ? null : HiddenPassword;
                }

                return new(DriftKind.Changed, step.Menu, step.Key, step.AccessId)
                {
                    OnRouter = before,
                    InPortal = after,
                    CanApply = true,
                    CanAdopt = step.Menu != RouterMenus.AddressList && !(step.AccessId is { } line && kept.Contains(line)),
                };
            default:
                return null;
        }
    }

    private static DriftDifference? OfFinding(PlanFinding finding, RouterContents contents) => finding.Kind switch
    {
        PlanFindingKind.Foreign or PlanFindingKind.UnknownOwner => new(DriftKind.Unowned, finding.Menu, finding.Key, finding.AccessId)
        {
            OnRouter = contents.Find(finding.Menu)?.Find(finding.Key) is { } item ? ShownOf(item) : PlanStep.Empty,
            CanAdopt = finding is { Kind: PlanFindingKind.Foreign, AccessId: not null },
        },
        PlanFindingKind.Repeated => new(DriftKind.Extra, finding.Menu, finding.Key, null)
        {
            OnRouter = contents.Find(finding.Menu)?.Repeated.FirstOrDefault(i => i.KeyIn(finding.Menu) == finding.Key) is { } copy ? ShownOf(copy) : PlanStep.Empty,
        },
        PlanFindingKind.PasswordUnknown or PlanFindingKind.ProfileMissing => new(DriftKind.Missing, finding.Menu, finding.Key, finding.Kind == PlanFindingKind.PasswordUnknown ? finding.AccessId : null),
        _ => null,
    };

    private static DriftDifference? OfItem(string menu, RouterItem item, IReadOnlyDictionary<Guid, (string Menu, string Name)> wanted, HashSet<(string, string)> names)
    {
        if (FoundLines.TryRead(menu, item) is not { } line)
        {
            return null;
        }

        if (line.Tag is not null)
        {
            return OwnershipTag.TryRead(item.Comment, out var owner) && !wanted.ContainsKey(owner) ? new(DriftKind.Extra, menu, line.Name, null) { OnRouter = ShownOf(item) } : null;
        }

        return names.Contains((menu, line.Name)) ? null : new(DriftKind.Unowned, menu, line.Name, null) { OnRouter = ShownOf(item), CanAdopt = true };
    }

    // The mark itself is the portal's own business.
    private static Dictionary<string, string?> Shown(IReadOnlyDictionary<string, string?> fields, string? password)
    {
        var shown = fields.Where(f => f.Key is not "comment").OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        if (password is not null)
        {
            shown["password"] = HiddenPassword;
        }

        return shown;
    }

    private static Dictionary<string, string?> ShownOf(RouterItem item) =>
        ShownOfUnowned.Where(p => !string.IsNullOrEmpty(item[p])).ToDictionary(p => p, p => item[p], StringComparer.Ordinal);
}
