namespace IspPortal.Core.Network.Backups;

/// <summary>An item to be restored.</summary>
/// <param name="Menu">Its menu's path.</param>
/// <param name="Key">Its key there.</param>
public sealed record RestoreChoice(string Menu, string Key);
