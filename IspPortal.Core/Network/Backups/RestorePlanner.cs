using System.Collections.Frozen;
using System.Text;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Backups;

/// <summary>
/// Compares a version with a router and makes the steps that bring the portal's own items back (pure). What carries no tag of a portal is somebody else's and is given as
/// commands to copy, even in a menu that the portal writes; of a profile that is not adopted the portal owns the speed and the address list alone.
/// </summary>
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

    /// <summary>What the version holds and the router does not, or holds otherwise.</summary>
    /// <param name="then">The version's items.</param>
    /// <param name="now">The router.</param>
    /// <param name="profiles">The profiles that the portal keeps there.</param>
    /// <param name="hasPassword">Tells of an item whether the portal knows its password.</param>
    public static RestoreDifference Compare(IReadOnlyList<BackupItem> then, RouterContents now, IReadOnlyList<DesiredProfile> profiles, Func<BackupItem, bool> hasPassword)
    {
        var owned = new List<RestoreItem>();
        var foreign = new List<RestoreItem>();
        var seen = new HashSet<(string, string)>();
        foreach (var item in then.Where(i => Menus.Contains(i.Menu)).OrderBy(i => IndexOf(i.Menu)))
        {
            var key = KeyOf(item);
            if (key.Length == 0 || now.Find(item.Menu) is not { } menu || !seen.Add((item.Menu, key)))
            {
                continue;
            }

            var held = menu.Find(key);
            var owns = OwnedIn(item, held, profiles);
            foreach (var part in ChangesOf(item, held).GroupBy(change => owns(change.Property)))
            {
                var needsPassword = part.Key && held is null && IsAccount(item.Menu) && !hasPassword(item);
                (part.Key ? owned : foreign).Add(new RestoreItem(item.Menu, key, held is null, needsPassword, [.. part]));
            }
        }

        return new RestoreDifference(owned, foreign);
    }

    /// <summary>The steps for the chosen items. <paramref name="passwordOf"/> gives the password of an account that is gone, or null.</summary>
    public static RouterPlan Plan(
        IReadOnlyList<BackupItem> then, RouterContents now, IReadOnlyList<DesiredProfile> profiles, IReadOnlyCollection<RestoreChoice> chosen, Func<BackupItem, string?> passwordOf)
    {
        var wanted = chosen.ToHashSet();
        var steps = new List<PlanStep>();
        var findings = new List<PlanFinding>();
        foreach (var item in Compare(then, now, profiles, i => passwordOf(i) is not null).Owned.Where(i => wanted.Contains(new RestoreChoice(i.Menu, i.Key))))
        {
            var source = then.First(i => i.Menu == item.Menu && KeyOf(i) == item.Key);
            var held = now[item.Menu].Find(item.Key);
            var comment = held?.Comment ?? source.Fields.GetValueOrDefault("comment");
            Guid? accessId = OwnershipTag.TryRead(comment, out var id) ? id : null;
            if (item.NeedsPassword)
            {
                findings.Add(new PlanFinding(PlanFindingKind.PasswordUnknown, item.Menu, item.Key, accessId));
                continue;
            }

            steps.Add(new PlanStep(item.IsMissing ? PlanVerb.Add : PlanVerb.Set, item.Menu, item.Key, "backup.restore")
            {
                AccessId = accessId,
                ItemId = held?.Id,
                Before = item.IsMissing ? PlanStep.Empty : item.Changes.ToDictionary(c => c.Property, c => c.Now, StringComparer.Ordinal),
                After = item.Changes.ToDictionary(c => c.Property, c => (string?)c.Then, StringComparer.Ordinal),
                PasswordAfter = item.IsMissing && IsAccount(item.Menu) ? passwordOf(source) : null,
                Tag = OwnershipTag.TextOf(comment),
            });
        }

        return new RouterPlan(now.RouterId, steps, findings);
    }

    /// <summary>The commands that a person may copy to bring items back that are not the portal's.</summary>
    public static string CommandsFor(IReadOnlyList<RestoreItem> foreign)
    {
        var commands = new StringBuilder();
        foreach (var menu in foreign.GroupBy(item => item.Menu))
        {
            commands.Append(BackupText.MenuLine(menu.Key)).Append('\n');
            foreach (var item in menu)
            {
                commands.Append(item.IsMissing ? "add" : $"set [find {FindOf(item)}]");
                foreach (var change in item.Changes)
                {
                    commands.Append(' ').Append(change.Property).Append('=').Append(BackupText.Quote(change.Then));
                }

                commands.Append('\n');
            }
        }

        return commands.ToString();
    }

    // An item that was copied, or whose tag names another line now, is for a person to look at.
    private static Func<string, bool> OwnedIn(BackupItem item, RouterItem? held, IReadOnlyList<DesiredProfile> profiles)
    {
        var then = OwnershipTag.TextOf(item.Fields.GetValueOrDefault("comment"));
        var now = OwnershipTag.TextOf(held?.Comment);
        if (held is null ? then is not null : now is not null && (then is null || then == now))
        {
            return _ => true;
        }

        var kept = profiles.FirstOrDefault(p => AccessItems.ProfileMenuOf(p.Service) == item.Menu && p.Name == KeyOf(item));
        return kept switch
        {
            null => _ => false,
            { IsAdopted: true } => _ => true,
            _ => property => held is not null && property is "rate-limit" or "address-list",
        };
    }

    private static string FindOf(RestoreItem item)
    {
        var properties = RouterMenus.KeyOf(item.Menu);
        var values = item.Key.Split(' ', properties.Count);
        return string.Join(' ', properties.Zip(values, (property, value) => $"{property}={BackupText.Quote(value)}"));
    }

    private static int IndexOf(string menu) => Menus.TakeWhile(m => m != menu).Count();

    private static bool IsAccount(string menu) => menu is RouterMenus.PppSecret or RouterMenus.HotspotUser;

    private static string KeyOf(BackupItem item) => new RouterItem("", item.Fields).KeyIn(item.Menu);

    private static List<RestoreChange> ChangesOf(BackupItem item, RouterItem? held)
    {
        var fields = new Dictionary<string, string>(item.Fields, StringComparer.Ordinal);
        if (OwnershipTag.TextOf(held?.Comment) is { } tag && OwnershipTag.TextOf(fields.GetValueOrDefault("comment")) is null)
        {
            // Taken into the portal's hands since: it stays there.
            fields["comment"] = OwnershipTag.Append(fields.GetValueOrDefault("comment"), tag);
        }

        var changes = fields.Where(f => Writable.Contains(item.Menu, f.Key) && f.Value.Length > 0)
            .Where(f => held is null || !AreEqual(f.Key, held[f.Key], f.Value))
            .Select(f => new RestoreChange(f.Key, held?[f.Key], f.Value)).ToList();
        if (held is not null)
        {
            changes.AddRange(Defaults.Where(d => Writable.Contains(item.Menu, d.Key) && !fields.ContainsKey(d.Key) && held[d.Key] is { Length: > 0 } value && !AreEqual(d.Key, value, d.Value))
                .Select(d => new RestoreChange(d.Key, held[d.Key], d.Value)));
        }

        return changes;
    }

    // An export says yes where a print says true.
    private static bool AreEqual(string property, string? now, string then) => FieldEquality.AreEqual(property, Word(now), Word(then));

    private static string? Word(string? value) => value switch { "yes" => "true", "no" => "false", _ => value };
}
