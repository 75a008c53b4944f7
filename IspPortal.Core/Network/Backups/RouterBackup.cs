using IspPortal.Core.Audit;

namespace IspPortal.Core.Network.Backups;

/// <summary>One attempt to keep a router's configuration. A failed one holds its error; the earlier versions stay.</summary>
internal sealed class RouterBackup
{
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public DateTime TakenAtUtc { get; set; }

    public required string TakenBy { get; set; }

    public string? RouterOsVersion { get; set; }

    public RouterBackupFormat Format { get; set; }

    /// <summary>Name of the encrypted file with the text, or null when it failed.</summary>
    [NotAudited]
    public string? TextFile { get; set; }

    public long TextBytes { get; set; }

    /// <summary>Over the lines that are compared: two versions with the same mark do not differ.</summary>
    public string? TextSha256 { get; set; }

    /// <summary>Name of the encrypted file with the binary form, or null when it is not here.</summary>
    [NotAudited]
    public string? BinaryFile { get; set; }

    public long BinaryBytes { get; set; }

    /// <summary>The file on the router that holds the binary form, when it could not be fetched; null: it is here, or none was made.</summary>
    public string? BinaryOnRouter { get; set; }

    /// <summary>Why there is no binary form, or null.</summary>
    public string? BinaryErrorCode { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorDetail { get; set; }
}
