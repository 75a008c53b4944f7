namespace IspPortal.Core.Network.Backups;

/// <summary>The form of a backup's text.</summary>
public enum RouterBackupFormat
{
    /// <summary>The router's own <c>/export</c>.</summary>
    Export,

    /// <summary>The portal's own listing of the menus that it knows (<see cref="BackupDump"/>).</summary>
    Dump,
}
