using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Isolir;

/// <summary>Compares a router with the kit and makes the plan that installs or mends it (pure).</summary>
internal static class IsolirPlanner
{
    private const string Reason = "kit.install";

    // A set that is replaced is made beside the old one first: there is no moment without it.
    private static readonly string[] Generations = ["", "-b", "-c"];

    /// <summary>The menus that have to be read.</summary>
    public static IReadOnlyList<string> Menus { get; } = [RouterMenus.PppProfile, RouterMenus.PppSecret, RouterMenus.AddressList, RouterMenus.FirewallNat, RouterMenus.FirewallFilter];

    /// <summary>Every part as it is found.</summary>
    public static IReadOnlyList<IsolirPartState> Check(RouterContents router, IsolirSettings settings, ProvisioningSettings provisioning)
    {
        var profile = router[RouterMenus.PppProfile].Find(provisioning.IsolirProfile);
        var states = new List<IsolirPartState>
        {
            new(IsolirRules.Profile, RouterMenus.PppProfile, profile is null ? IsolirVerdict.Missing : profile["address-list"] == provisioning.IsolirList ? IsolirVerdict.Good : IsolirVerdict.Changed, provisioning.IsolirProfile),
        };
        states.AddRange(settings.Hosts().Select(host => new IsolirPartState(
            IsolirRules.AllowedList,
            RouterMenus.AddressList,
            router[RouterMenus.AddressList].Find($"{IsolirRules.AllowedList} {host}") is not { } entry ? IsolirVerdict.Missing : entry.IsDisabled ? IsolirVerdict.Disabled : IsolirVerdict.Good,
            host)));
        var rules = IsolirRules.Of(settings, provisioning);
        states.AddRange(rules.Select(part => StateOf(part, rules, router[part.Menu])));
        var test = router[RouterMenus.PppSecret].Find(settings.TestUsername);
        states.Add(new IsolirPartState(
            IsolirRules.Test,
            RouterMenus.PppSecret,
            test is null ? IsolirVerdict.Missing : test.IsDisabled ? IsolirVerdict.Disabled : test["profile"] != provisioning.IsolirProfile || !IsKit(test, IsolirRules.Test) ? IsolirVerdict.Changed : IsolirVerdict.Good,
            settings.TestUsername));
        return states;
    }

    /// <summary>The plan. <paramref name="newPassword"/> gives the password of a test account that has to be made.</summary>
    public static RouterPlan Plan(RouterContents router, IsolirSettings settings, ProvisioningSettings provisioning, Func<string> newPassword)
    {
        var steps = new List<PlanStep>();
        var findings = new List<PlanFinding>();
        AddProfile(router[RouterMenus.PppProfile], provisioning, steps);
        AddEntries(router[RouterMenus.AddressList], settings, steps);
        var rules = IsolirRules.Of(settings, provisioning);
        foreach (var chain in rules.GroupBy(r => r.Menu))
        {
            AddRules([.. chain], router[chain.Key], steps);
        }

        AddTest(router[RouterMenus.PppSecret], settings, provisioning, newPassword, steps, findings);
        return new RouterPlan(router.RouterId, steps, findings);
    }

    /// <summary>Whether an item is that part of the kit, of whichever generation.</summary>
    public static bool IsKit(RouterItem item, string part) =>
        OwnershipTag.TextOf(item.Comment) is { } tag && Generations.Any(g => tag == OwnershipTag.ForPart(part + g));

    private static void AddProfile(MenuContents profiles, ProvisioningSettings provisioning, List<PlanStep> steps)
    {
        if (profiles.Find(provisioning.IsolirProfile) is { } held)
        {
            if (held["address-list"] != provisioning.IsolirList)
            {
                steps.Add(new PlanStep(PlanVerb.Set, RouterMenus.PppProfile, provisioning.IsolirProfile, Reason) { ItemId = held.Id, Before = One("address-list", held["address-list"]), After = One("address-list", provisioning.IsolirList) });
            }

            return;
        }

        // Isolated sessions get their addresses where the others get theirs.
        var after = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = provisioning.IsolirProfile,
            ["address-list"] = provisioning.IsolirList,
            ["rate-limit"] = "512k/512k",
            ["only-one"] = "yes",
            ["comment"] = OwnershipTag.Append("Isolir", OwnershipTag.ForPart(IsolirRules.Profile)),
        };
        if (profiles.Items.FirstOrDefault(p => p["local-address"] is { Length: > 0 } && p["remote-address"] is { Length: > 0 }) is { } donor)
        {
            (after["local-address"], after["remote-address"]) = (donor["local-address"], donor["remote-address"]);
        }

        steps.Add(new PlanStep(PlanVerb.Add, RouterMenus.PppProfile, provisioning.IsolirProfile, Reason) { After = after, Tag = OwnershipTag.ForPart(IsolirRules.Profile) });
    }

    private static void AddEntries(MenuContents lists, IsolirSettings settings, List<PlanStep> steps)
    {
        var tag = OwnershipTag.ForPart(IsolirRules.AllowedList);
        foreach (var host in settings.Hosts())
        {
            var key = $"{IsolirRules.AllowedList} {host}";
            if (lists.Find(key) is not { } entry)
            {
                var after = new Dictionary<string, string?>(StringComparer.Ordinal) { ["list"] = IsolirRules.AllowedList, ["address"] = host, ["comment"] = OwnershipTag.Append("Isolir", tag) };
                steps.Add(new PlanStep(PlanVerb.Add, RouterMenus.AddressList, key, Reason) { After = after, Tag = tag });
            }
            else if (entry.IsDisabled)
            {
                steps.Add(Enable(RouterMenus.AddressList, key, entry));
            }
        }

        foreach (var entry in lists.Items.Where(e => OwnershipTag.TextOf(e.Comment) == tag && !settings.Hosts().Contains(e["address"] ?? "")))
        {
            steps.Add(Removal(RouterMenus.AddressList, entry.KeyIn(RouterMenus.AddressList), entry));
        }
    }

    private static void AddRules(IReadOnlyList<IsolirPart> parts, MenuContents menu, List<PlanStep> steps)
    {
        var states = parts.Select(p => StateOf(p, parts, menu).Verdict).ToList();
        if (states.TrueForAll(s => s is IsolirVerdict.Good or IsolirVerdict.Disabled))
        {
            steps.AddRange(parts.Select(p => Find(p, menu)!).Where(i => i.IsDisabled).Select(i => Enable(menu.Menu, i.KeyIn(menu.Menu), i)));
            return;
        }

        var old = menu.Items.Where(i => parts.Any(p => IsKit(i, p.Name))).ToList();
        var generation = Array.Find(Generations, g => !old.Exists(i => parts.Any(p => OwnershipTag.TextOf(i.Comment) == OwnershipTag.ForPart(p.Name + g)))) ?? Generations[^1];
        var anchor = Anchor(menu, parts[0].Chain, parts);
        foreach (var part in parts)
        {
            var tag = OwnershipTag.ForPart(part.Name + generation);
            var after = part.Fields.ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal);
            after["comment"] = OwnershipTag.Append(part.Note, tag);
            steps.Add(new PlanStep(PlanVerb.Add, menu.Menu, tag, Reason) { After = after, Tag = tag, PlaceBefore = anchor is null ? null : ".id=" + anchor.Id });
        }

        steps.AddRange(old.Select(i => Removal(menu.Menu, i.KeyIn(menu.Menu), i)));
    }

    private static void AddTest(MenuContents secrets, IsolirSettings settings, ProvisioningSettings provisioning, Func<string> newPassword, List<PlanStep> steps, List<PlanFinding> findings)
    {
        var tag = OwnershipTag.ForPart(IsolirRules.Test);
        if (secrets.Find(settings.TestUsername) is not { } held)
        {
            var after = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["name"] = settings.TestUsername,
                ["service"] = "pppoe",
                ["profile"] = provisioning.IsolirProfile,
                ["comment"] = OwnershipTag.Append("Isolir: test", tag),
            };
            steps.Add(new PlanStep(PlanVerb.Add, RouterMenus.PppSecret, settings.TestUsername, Reason) { After = after, PasswordAfter = newPassword(), Tag = tag });
        }
        else if (OwnershipTag.TextOf(held.Comment) != tag)
        {
            findings.Add(new PlanFinding(PlanFindingKind.Foreign, RouterMenus.PppSecret, settings.TestUsername, Detail: held.Comment));
        }
        else if (held.IsDisabled || held["profile"] != provisioning.IsolirProfile)
        {
            steps.Add(new PlanStep(PlanVerb.Set, RouterMenus.PppSecret, settings.TestUsername, Reason)
            {
                ItemId = held.Id,
                Before = new Dictionary<string, string?>(StringComparer.Ordinal) { ["profile"] = held["profile"], ["disabled"] = held["disabled"] ?? "no" },
                After = new Dictionary<string, string?>(StringComparer.Ordinal) { ["profile"] = provisioning.IsolirProfile, ["disabled"] = "no" },
                Tag = tag,
            });
        }
    }

    private static IsolirPartState StateOf(IsolirPart part, IReadOnlyList<IsolirPart> all, MenuContents menu)
    {
        if (Find(part, menu) is not { } item)
        {
            return new IsolirPartState(part.Name, part.Menu, IsolirVerdict.Missing);
        }

        if (Difference(part, item) is { } different)
        {
            return new IsolirPartState(part.Name, part.Menu, IsolirVerdict.Changed, different);
        }

        return new IsolirPartState(part.Name, part.Menu, IsMisplaced(part, item, all, menu) ? IsolirVerdict.Misplaced : item.IsDisabled ? IsolirVerdict.Disabled : IsolirVerdict.Good);
    }

    private static RouterItem? Find(IsolirPart part, MenuContents menu) => menu.Items.LastOrDefault(i => !i.IsDynamic && IsKit(i, part.Name));

    // A matcher that the kit does not have narrows the rule: then it no longer does what it is for.
    private static string? Difference(IsolirPart part, RouterItem item) => Writable.PropertiesOf(part.Menu)
        .Where(p => p is not ("comment" or "disabled" or "log" or "log-prefix"))
        .Where(p => !FieldEquality.AreEqual(p, item[p], part.Fields.GetValueOrDefault(p)))
        .Select(p => $"{p}={item[p]}").Order(StringComparer.Ordinal).FirstOrDefault();

    private static bool IsMisplaced(IsolirPart part, RouterItem item, IReadOnlyList<IsolirPart> all, MenuContents menu)
    {
        var order = menu.Items.Select((i, index) => (i.Id, index)).ToDictionary(p => p.Id, p => p.index, StringComparer.Ordinal);
        var at = order[item.Id];
        return (Anchor(menu, part.Chain, all) is { } anchor && order[anchor.Id] < at)
            || all.TakeWhile(p => p != part).Where(p => p.Menu == part.Menu).Any(earlier => Find(earlier, menu) is { } before && order[before.Id] > at);
    }

    // The first rule of the chain that is not the kit's: fasttrack and what accepts established connections come behind it.
    private static RouterItem? Anchor(MenuContents menu, string chain, IReadOnlyList<IsolirPart> kit) =>
        menu.Items.FirstOrDefault(i => i["chain"] == chain && !i.IsDynamic && !i.IsDisabled && !kit.Any(p => IsKit(i, p.Name)));

    private static PlanStep Enable(string menu, string key, RouterItem item) =>
        new(PlanVerb.Set, menu, key, Reason) { ItemId = item.Id, Before = One("disabled", item["disabled"]), After = One("disabled", "no"), Tag = OwnershipTag.TextOf(item.Comment) };

    private static PlanStep Removal(string menu, string key, RouterItem item) => new(PlanVerb.Remove, menu, key, Reason)
    {
        ItemId = item.Id,
        Before = item.Fields.Where(f => Writable.Contains(menu, f.Key)).ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal),
        Tag = OwnershipTag.TextOf(item.Comment),
    };

    private static Dictionary<string, string?> One(string property, string? value) => new(StringComparer.Ordinal) { [property] = value };
}
