namespace IspPortal.Infrastructure.Persistence.Backup;

/// <summary>What an archive says of itself.</summary>
/// <param name="Format">Counts changes of the archive's layout.</param>
/// <param name="Provider">Whose database is inside.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
/// <param name="LastMigration">The schema of the database inside; null when the archive has none.</param>
internal sealed record BackupManifest(int Format, StorageProvider Provider, DateTime CreatedAtUtc, string? LastMigration)
{
    public const int CurrentFormat = 1;
}
