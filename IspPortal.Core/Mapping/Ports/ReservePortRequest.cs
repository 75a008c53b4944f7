namespace IspPortal.Core.Mapping.Ports;

/// <summary>For whom a port is kept.</summary>
/// <param name="For">The sign-up or subscription; a sign-up and what becomes of it have the same id. It keeps one port at most: another one is given up.</param>
/// <param name="Number">The port; null: the first free one.</param>
/// <param name="UntilUtc">Until when; null: as the settings say.</param>
/// <param name="Note">A few words, up to 300 characters, or null.</param>
public sealed record ReservePortRequest(Guid For, int? Number = null, DateTime? UntilUtc = null, string? Note = null);
