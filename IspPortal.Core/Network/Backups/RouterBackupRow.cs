namespace IspPortal.Core.Network.Backups;

/// <summary>One version in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="TakenAtUtc">When.</param>
/// <param name="TakenBy">By whom: a person, or <c>system:back-up-routers</c>.</param>
/// <param name="RouterOsVersion">The router's version then; null when it could not be reached.</param>
/// <param name="Format">The form of the text.</param>
/// <param name="TextBytes">Size of the text; 0 when it failed.</param>
/// <param name="TextSha256">Two versions with the same mark do not differ; null when it failed.</param>
/// <param name="BinaryBytes">Size of the binary form that is kept here; 0 when none is.</param>
/// <param name="BinaryOnRouter">The file on the router that holds the binary form, since it could not be fetched; null otherwise.</param>
/// <param name="BinaryErrorCode">Why no binary form was made, or null.</param>
/// <param name="ErrorCode">Why the backup failed, or null.</param>
/// <param name="ErrorDetail">What the router said to it, or null.</param>
public sealed record RouterBackupRow(
    Guid Id,
    Guid RouterId,
    string RouterName,
    DateTime TakenAtUtc,
    string TakenBy,
    string? RouterOsVersion,
    RouterBackupFormat Format,
    long TextBytes,
    string? TextSha256,
    long BinaryBytes,
    string? BinaryOnRouter,
    string? BinaryErrorCode,
    string? ErrorCode,
    string? ErrorDetail)
{
    /// <summary>Whether there is a text to read.</summary>
    public bool IsGood => ErrorCode is null;
}
