using IspPortal.Core.Network.Backups;

namespace IspPortal.Infrastructure.Network.Backups;

/// <summary>A router's configuration as text.</summary>
internal sealed record RouterText(string RouterOsVersion, RouterBackupFormat Format, string Text);
