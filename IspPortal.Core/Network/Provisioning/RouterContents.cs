namespace IspPortal.Core.Network.Provisioning;

/// <summary>What was read from one router, menu by menu.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="ReadAtUtc">When the reading ended.</param>
/// <param name="Menus">The menus that were read, by path.</param>
public sealed record RouterContents(Guid RouterId, DateTime ReadAtUtc, IReadOnlyDictionary<string, MenuContents> Menus)
{
    /// <summary>That menu, or null when it was not read.</summary>
    public MenuContents? Find(string menu) => Menus.GetValueOrDefault(menu);

    /// <summary>That menu; asking for one that was not read is a broken promise and throws.</summary>
    public MenuContents this[string menu] => Find(menu) ?? throw new InvalidOperationException($"{menu} was not read.");

    /// <summary>Contents of menus in any order.</summary>
    public static RouterContents Of(Guid routerId, DateTime readAtUtc, params IEnumerable<MenuContents> menus) =>
        new(routerId, readAtUtc, menus.ToDictionary(m => m.Menu, StringComparer.Ordinal));
}
