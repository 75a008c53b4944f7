namespace IspPortal.Core.Network.Backups;

/// <summary>What a version holds and the router does not.</summary>
/// <param name="Items">What is the portal's in menus that it writes: a plan can bring it back.</param>
/// <param name="Commands">Everything else as commands to copy: items in the same menus that are not the portal's, and of all other menus the lines of the version that the router's present text does not hold.</param>
public sealed record RestorePreview(IReadOnlyList<RestoreItem> Items, string Commands);
