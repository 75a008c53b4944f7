namespace IspPortal.Infrastructure.Persistence.Backup;

/// <summary>How one provider's database gets into an archive and back.</summary>
internal interface IDatabaseArchive
{
    /// <summary>Writes a consistent copy below <paramref name="directory"/>, while the portal may be running.</summary>
    Task SaveAsync(string directory, CancellationToken cancellationToken);

    /// <summary>Whether there are tables that a restore would replace.</summary>
    Task<bool> HasContentAsync(CancellationToken cancellationToken);

    /// <summary>Puts the copy in the place of the database.</summary>
    Task RestoreAsync(string directory, CancellationToken cancellationToken);
}
