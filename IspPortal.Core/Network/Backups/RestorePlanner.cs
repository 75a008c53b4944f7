using System.Collections.Frozen;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Backups;

/// <summary>Compares a version with a router and makes the steps that bring items back (pure).</summary>
internal static class RestorePlanner
{
    /// <summary>The menus that a plan restores, in the order in which their items depend on each other.</summary>
    public static IReadOnlyList<string> Menus { get; } =
        [RouterMenus.Pool, RouterMenus.PppProfile, RouterMenus.HotspotProfile, RouterMenus.PppSecret, RouterMenus.HotspotUser, RouterMenus.SimpleQueue, RouterMenus.AddressList];

    // What an export leaves out is at its default; so much the portal knows to bring back.
    private static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["disabled"] = "no",
        ["comment"] = "",
        ["rate-limit"] = "",
        ["address-list"] = "",
        ["caller-id"] = "",
        ["profile"] = "default",
        ["only-one"] = "default",
        ["max-limit"] = "0/0",
        ["limit-at"] = "0/0",
        ["burst-limit"] = "0/0",
        ["burst-threshold"] = "0/0",
        ["next-pool"] = "none",
        ["shared-users"] = "1",
        ["session-timeout"] = "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the version holds and the router does not, or holds otherwise. <paramref name="hasPassword"/> tells of an item whether the portal knows its password.</summary>
    public static IReadOnlyList<RestoreItem> Compare(IReadOnlyList<BackupItem> then, RouterContents now, Func<BackupItem, bool> hasPassword)
    {
        var found = new List<RestoreItem>();
        var seen = new HashSet<(string, string)>();
        foreach (var item in then.Where(i => Menus.Contains(i.Menu)).OrderBy(i => IndexOf(i.Menu)))
        {
            var key = KeyOf(item);
            if (key.Length == 0 || now.Find(item.Menu) is not { } menu || !seen.Add((item.Menu, key)))
            {
                continue;
            }

            var held = menu.Find(key);
            var changes = ChangesOf(item, held);
            if (held is null || changes.Count > 0)
            {
                found.Add(new RestoreItem(item.Menu, key, held is null, held is null && IsAccount(item.Menu) && !hasPassword(item), changes));
            }
        }

        return found;
    }

    /// <summary>The steps for the chosen items. <paramref name="passwordOf"/> gives the password of an account that is gone, or null.</summary>
    public static RouterPlan Plan(IReadOnlyList<BackupItem> then, RouterContents now, IReadOnlyCollection<RestoreChoice> chosen, Func<BackupItem, string?> passwordOf)
    {
        var wanted = chosen.ToHashSet();
        var steps = new List<PlanStep>();
        var findings = new List<PlanFinding>();
        foreach (var item in Compare(then, now, i => passwordOf(i) is not null).Where(i => wanted.Contains(new RestoreChoice(i.Menu, i.Key))))
        {
            var source = then.First(i => i.Menu == item.Menu && KeyOf(i) == item.Key);
            var tag = OwnershipTag.TextOf(source.Fields.GetValueOrDefault("comment"));
            Guid? accessId = OwnershipTag.TryRead(source.Fields.GetValueOrDefault("comment"), out var id) ? id : null;
            if (item.NeedsPassword)
            {
                findings.Add(new PlanFinding(PlanFindingKind.PasswordUnknown, item.Menu, item.Key, accessId));
                continue;
            }

            steps.Add(new PlanStep(item.IsMissing ? PlanVerb.Add : PlanVerb.Set, item.Menu, item.Key, "backup.restore")
            {
                AccessId = accessId,
                ItemId = now[item.Menu].Find(item.Key)?.Id,
                Before = item.IsMissing ? PlanStep.Empty : item.Changes.ToDictionary(c => c.Property, c => c.Now, StringComparer.Ordinal),
                After = item.Changes.ToDictionary(c => c.Property, c => (string?)c.Then, StringComparer.Ordinal),
                PasswordAfter = item.IsMissing && IsAccount(item.Menu) ? passwordOf(source) : null,
                Tag = item.IsMissing ? tag : null,
            });
        }

        return new RouterPlan(now.RouterId, steps, findings);
    }

    private static int IndexOf(string menu) => Menus.TakeWhile(m => m != menu).Count();

    private static bool IsAccount(string menu) => menu is RouterMenus.PppSecret or RouterMenus.HotspotUser;

    private static string KeyOf(BackupItem item) => new RouterItem("", item.Fields).KeyIn(item.Menu);

    private static List<RestoreChange> ChangesOf(BackupItem item, RouterItem? held)
    {
        var changes = item.Fields.Where(f => Writable.Contains(item.Menu, f.Key) && f.Value.Length > 0)
            .Where(f => held is null || !AreEqual(f.Key, held[f.Key], f.Value))
            .Select(f => new RestoreChange(f.Key, held?[f.Key], f.Value)).ToList();
        if (held is not null)
        {
            changes.AddRange(Defaults.Where(d => Writable.Contains(item.Menu, d.Key) && !item.Fields.ContainsKey(d.Key) && held[d.Key] is { Length: > 0 } value && !AreEqual(d.Key, value, d.Value))
                .Select(d => new RestoreChange(d.Key, held[d.Key], d.Value)));
        }

        return changes;
    }

    // An export says yes where a print says true.
    private static bool AreEqual(string property, string? now, string then) => FieldEquality.AreEqual(property, Word(now), Word(then));

    private static string? Word(string? value) => value switch { "yes" => "true", "no" => "false", _ => value };
}
