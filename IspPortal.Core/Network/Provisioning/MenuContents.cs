using System.Runtime.InteropServices;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>What one menu of a router holds, read to its end; a read that was cut short never becomes one of these.</summary>
public sealed class MenuContents
{
    private readonly Dictionary<string, RouterItem> _byKey;
    private readonly Dictionary<Guid, RouterItem> _byOwner = [];
    private readonly Dictionary<Guid, List<RouterItem>> _ownedLists = [];
    private readonly HashSet<Guid> _repeatedOwners = [];
    private readonly HashSet<string>? _asked;
    private readonly HashSet<(string List, string Address)> _listed = [];

    /// <summary>Indexes the items of a menu.</summary>
    /// <param name="menu">The menu's path.</param>
    /// <param name="items">Its items in the router's order.</param>
    /// <param name="askedKeys">The only keys that were asked for; null when everything was read.</param>
    public MenuContents(string menu, IReadOnlyList<RouterItem> items, IEnumerable<string>? askedKeys = null)
    {
        Menu = menu;
        Items = items;
        _asked = askedKeys?.ToHashSet(StringComparer.Ordinal);
        _byKey = new Dictionary<string, RouterItem>(items.Count, StringComparer.Ordinal);
        List<RouterItem>? repeated = null;
        foreach (var item in items)
        {
            if (menu == RouterMenus.AddressList && !item.IsDisabled)
            {
                _listed.Add((item["list"] ?? string.Empty, item["address"] ?? string.Empty));
            }

            // What the router makes by itself, an entry per session or a queue per line, is nobody's to write.
            if (item.IsDynamic && menu is not (RouterMenus.PppActive or RouterMenus.HotspotActive))
            {
                continue;
            }

            if (OwnershipTag.TryRead(item.Comment, out var owner))
            {
                if (menu == RouterMenus.AddressList)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_ownedLists, owner, out _) ??= []).Add(item);
                }
                else if (!_byOwner.TryAdd(owner, item))
                {
                    (repeated ??= []).Add(item);
                    _repeatedOwners.Add(owner);
                }
            }

            // The same name may stand once per PPP service; the first that PPPoE may use wins.
            if (!_byKey.TryAdd(item.KeyIn(menu), item) && menu == RouterMenus.PppSecret && item["service"] is "pppoe")
            {
                _byKey[item.KeyIn(menu)] = item;
            }
        }

        Repeated = repeated ?? [];
    }

    /// <summary>The menu's path.</summary>
    public string Menu { get; }

    /// <summary>Its items in the router's order.</summary>
    public IReadOnlyList<RouterItem> Items { get; }

    /// <summary>Whether everything was read, so that what is not here does not exist.</summary>
    public bool IsWhole => _asked is null;

    /// <summary>Items that carry an owner's tag that another item has already: somebody copied them.</summary>
    public IReadOnlyList<RouterItem> Repeated { get; }

    /// <summary>Whether a missing <paramref name="key"/> means that the router has no such item.</summary>
    public bool Covers(string key) => _asked is null || _asked.Contains(key);

    /// <summary>The item of that key, or null.</summary>
    public RouterItem? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The item that carries the tag of that access, or null.</summary>
    public RouterItem? FindOwned(Guid accessId) => _byOwner.GetValueOrDefault(accessId);

    /// <summary>Whether an address is on a list now, by an entry of its own or by one that the router made for a session.</summary>
    public bool IsListed(string list, string address) => _listed.Contains((list, address));

    /// <summary>Whether several items carry the tag of that access, so that none can be told to be it.</summary>
    public bool IsRepeated(Guid accessId) => _repeatedOwners.Contains(accessId);

    /// <summary>All items that carry the tag of that access: a static line may stand on several address lists.</summary>
    public IEnumerable<RouterItem> FindAllOwned(Guid accessId) => _ownedLists.TryGetValue(accessId, out var items) ? items : [];

    /// <summary>Every item with a tag of a portal.</summary>
    public IEnumerable<(Guid Owner, RouterItem Item)> Owned => _byOwner.Select(pair => (pair.Key, pair.Value));
}
