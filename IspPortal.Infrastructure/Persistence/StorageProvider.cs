namespace IspPortal.Infrastructure.Persistence;

/// <summary>The databases the portal can live in.</summary>
internal enum StorageProvider
{
    Sqlite,
    Postgres,
    SqlServer,
}
