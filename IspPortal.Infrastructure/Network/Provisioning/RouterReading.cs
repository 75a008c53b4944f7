namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>What to read of a router.</summary>
/// <param name="Menus">The menus, by path (<see cref="IspPortal.Core.Network.Provisioning.RouterMenus"/>).</param>
internal sealed record RouterReading(IReadOnlyCollection<string> Menus)
{
    /// <summary>Of these menus only the items of these keys, at most 50 each; menus that are not named here are read whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Keys { get; init; } = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);

    /// <summary>The only address lists that matter; null: all. Other lists may hold a hundred thousand entries.</summary>
    public IReadOnlyCollection<string>? AddressLists { get; init; }
}
