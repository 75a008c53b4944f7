namespace IspPortal.Core.Network.Backups;

/// <summary>One property of an item to be restored.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Now">As the router holds it; null: not there.</param>
/// <param name="Then">As the version holds it.</param>
public sealed record RestoreChange(string Property, string? Now, string Then);
