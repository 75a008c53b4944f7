namespace IspPortal.Core.Network.Backups;

/// <summary>An item that the version holds and the router no longer does, or holds otherwise.</summary>
/// <param name="Menu">Its menu's path.</param>
/// <param name="Key">Its key there.</param>
/// <param name="IsMissing">Whether it is gone; else it differs.</param>
/// <param name="NeedsPassword">Whether it is an account that is gone and whose password the portal does not know: it cannot be planned.</param>
/// <param name="Changes">The properties to be set, with what the router holds now (null: nothing).</param>
public sealed record RestoreItem(string Menu, string Key, bool IsMissing, bool NeedsPassword, IReadOnlyList<RestoreChange> Changes);
