namespace IspPortal.Core.Network.Backups;

/// <summary>What a version holds and the router does not.</summary>
/// <param name="Items">Of the menus that the portal can plan for.</param>
/// <param name="Commands">Of all other menus: the lines of the version that the router's present text does not hold, as commands to copy.</param>
public sealed record RestorePreview(IReadOnlyList<RestoreItem> Items, string Commands);
