namespace IspPortal.Core.Network.Backups;

/// <summary>An item as a version's text holds it.</summary>
/// <param name="Menu">The menu's path.</param>
/// <param name="Fields">Its properties; those at their default are not in an export.</param>
internal sealed record BackupItem(string Menu, IReadOnlyDictionary<string, string> Fields);
