using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Backups;

/// <summary>Expected failures around backups of routers.</summary>
public static class BackupErrors
{
    /// <summary>No such version.</summary>
    public static Error NotFound { get; } = new("backups.not_found", ErrorKind.NotFound);

    /// <summary>That attempt failed and has no text.</summary>
    public static Error Failed { get; } = new("backups.failed", ErrorKind.Conflict);

    /// <summary>The file of this version is not in the data directory, or cannot be decrypted.</summary>
    public static Error FileMissing { get; } = new("backups.file_missing", ErrorKind.NotFound);

    /// <summary>The binary form of this version is not kept here.</summary>
    public static Error NoBinary { get; } = new("backups.no_binary", ErrorKind.NotFound);

    /// <summary>The router handed out {0} of the {1} bytes of its file.</summary>
    public static Error CutShort(long got, long size) => new("backups.cut_short", ErrorKind.External, got, size);

    /// <summary>The two versions are of different routers.</summary>
    public static Error OtherRouter { get; } = new("backups.other_router", ErrorKind.Invalid);

    /// <summary>The item {0} in {1} is not the portal's: no plan writes it.</summary>
    public static Error NotOwned(string key, string menu) => new("backups.not_owned", ErrorKind.Conflict, key, menu);

    /// <summary>A restore names nothing, or more than {0} items.</summary>
    public static Error Selection(int most) => new("backups.selection", ErrorKind.Invalid, most);
}
