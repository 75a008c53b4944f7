using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>Connections to where series are kept, whose tables exist; writers one after the other where they must.</summary>
internal sealed class SeriesConnections(SeriesDatabase database) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SemaphoreSlim _creating = new(1, 1);
    private bool _created;

    /// <summary>Reads what is there at one moment.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.SnapshotAsync(connection, cancellationToken);
        return await read(connection);
    }

    /// <summary>Writes all of it, or nothing when <paramref name="write"/> says false or throws.</summary>
    public async Task<bool> WriteAsync(Func<DbConnection, Task<bool>> write, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync(cancellationToken);
        if (database.OneWriter)
        {
            await _writer.WaitAsync(cancellationToken);
        }

        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            if (!await write(connection))
            {
                return false;
            }

            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        finally
        {
            if (database.OneWriter)
            {
                _writer.Release();
            }
        }
    }

    /// <summary>Lets no other pack the same source until the transaction ends.</summary>
    public Task LockSourceAsync(DbConnection connection, byte[] source, CancellationToken cancellationToken) => database.LockSourceAsync(connection, source, cancellationToken);

    public void Dispose()
    {
        _writer.Dispose();
        _creating.Dispose();
    }

    private async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _created))
        {
            return;
        }

        await _creating.WaitAsync(cancellationToken);
        try
        {
            if (!_created)
            {
                await database.CreateAsync(cancellationToken);
                Volatile.Write(ref _created, true);
            }
        }
        finally
        {
            _creating.Release();
        }
    }
}
