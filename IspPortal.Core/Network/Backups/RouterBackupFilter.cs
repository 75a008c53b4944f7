namespace IspPortal.Core.Network.Backups;

/// <summary>Which versions are wanted.</summary>
/// <param name="RouterId">Only those of this router; null: all.</param>
/// <param name="Good">Only good ones (true) or failed ones (false); null: all.</param>
public sealed record RouterBackupFilter(Guid? RouterId = null, bool? Good = null);
