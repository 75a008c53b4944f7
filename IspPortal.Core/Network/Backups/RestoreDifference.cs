namespace IspPortal.Core.Network.Backups;

/// <summary>What a version holds and a router does not, or holds otherwise.</summary>
/// <param name="Owned">Items, or those of their properties, that are the portal's: a plan can bring them back.</param>
/// <param name="Foreign">Everything else in the same menus.</param>
internal sealed record RestoreDifference(IReadOnlyList<RestoreItem> Owned, IReadOnlyList<RestoreItem> Foreign);
