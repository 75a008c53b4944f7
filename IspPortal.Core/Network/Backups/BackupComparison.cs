namespace IspPortal.Core.Network.Backups;

/// <summary>Two versions of a router's text and their difference.</summary>
/// <param name="From">The older side as asked for.</param>
/// <param name="To">The newer side as asked for.</param>
/// <param name="Difference">Line by line.</param>
public sealed record BackupComparison(RouterBackupRow From, RouterBackupRow To, TextDifference Difference);
