using System.IO.Compression;
using System.Security.Cryptography;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Network.Backups;

/// <summary>
/// The files of backups under <c>backups/routers</c> of the data directory: compressed, then encrypted with the key ring outside the database, since a
/// router's scripts may hold passwords and its binary form always does.
/// </summary>
internal sealed class BackupFiles(IOptions<StorageOptions> storage, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("IspPortal.RouterBackups.v1");
    private readonly string _root = Path.Combine(storage.Value.DataDirectory, "backups", "routers");

    /// <summary>Keeps the bytes and gives the name under which they are found again.</summary>
    public async Task<string> SaveAsync(Guid routerId, Guid backupId, string kind, byte[] content, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await brotli.WriteAsync(content, cancellationToken);
        }

        var name = $"{routerId:N}/{backupId:N}.{kind}";
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Whole or not at all.
        await File.WriteAllBytesAsync(path + ".new", _protector.Protect(packed.ToArray()), cancellationToken);
        File.Move(path + ".new", path, overwrite: true);
        return name;
    }

    /// <summary>The bytes, or null when the file is gone or was encrypted with a key that is not there.</summary>
    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var packed = new MemoryStream(_protector.Unprotect(await File.ReadAllBytesAsync(Path.Combine(_root, name), cancellationToken)));
            await using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            using var content = new MemoryStream();
            await brotli.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }
        catch (Exception exception) when (exception is IOException or CryptographicException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Remove(string? name)
    {
        if (name is not null && File.Exists(Path.Combine(_root, name)))
        {
            File.Delete(Path.Combine(_root, name));
        }
    }
}
