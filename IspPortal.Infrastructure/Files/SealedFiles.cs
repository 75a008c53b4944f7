using System.Security.Cryptography;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Files;

/// <summary>
/// Files that people send, in one folder of the data directory, outside the web root, each encrypted with the key ring outside the database. Names are ids; what a file is, its row says.
/// </summary>
/// <param name="storage">Where the data directory is.</param>
/// <param name="protection">The key ring.</param>
/// <param name="folder">The folder below the data directory.</param>
/// <param name="purpose">What the files are encrypted for; never changed.</param>
/// <param name="ending">How their names end.</param>
internal abstract class SealedFiles(IOptions<StorageOptions> storage, IDataProtectionProvider protection, string folder, string purpose, string ending)
{
    private const string Unfinished = ".new";

    private readonly IDataProtector _protector = protection.CreateProtector(purpose);
    private readonly string _root = Path.Combine(storage.Value.DataDirectory, folder);

    /// <summary>Keeps the bytes: whole and on the disk when it returns, or not at all.</summary>
    public Task SaveAsync(Guid storedAs, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => WriteAsync(storedAs, content, waitsForDisk: true, cancellationToken);

    /// <summary>The same for one of the lab's hundreds of samples: they do not wait for the disk one by one.</summary>
    public Task SaveSampleAsync(Guid storedAs, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => WriteAsync(storedAs, content, waitsForDisk: false, cancellationToken);

    /// <summary>The bytes, or null when the file is gone or was encrypted with a key that is not there.</summary>
    public async Task<byte[]?> ReadAsync(Guid storedAs, CancellationToken cancellationToken)
    {
        try
        {
            return _protector.Unprotect(await File.ReadAllBytesAsync(PathOf(storedAs), cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or CryptographicException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool Exists(Guid storedAs) => File.Exists(PathOf(storedAs));

    public void Remove(Guid storedAs)
    {
        if (File.Exists(PathOf(storedAs)))
        {
            File.Delete(PathOf(storedAs));
        }
    }

    /// <summary>Ids of the files that were written before <paramref name="beforeUtc"/>; what was left half written by then is taken away.</summary>
    public IEnumerable<Guid> ListOld(DateTime beforeUtc)
    {
        if (!Directory.Exists(_root))
        {
            yield break;
        }

        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (file.LastWriteTimeUtc >= beforeUtc)
            {
                continue;
            }

            if (file.Extension == Unfinished)
            {
                file.Delete();
            }
            else if (file.Extension == ending && Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id))
            {
                yield return id;
            }
        }
    }

    private async Task WriteAsync(Guid storedAs, ReadOnlyMemory<byte> content, bool waitsForDisk, CancellationToken cancellationToken)
    {
        var path = PathOf(storedAs);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(path + Unfinished, how))
        {
            await file.WriteAsync(_protector.Protect(content.ToArray()), cancellationToken);
            file.Flush(waitsForDisk);
        }

        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Folders by the last two digits, which are random; the first ones are the time.</summary>
    private string PathOf(Guid storedAs)
    {
        var name = storedAs.ToString("N");
        return Path.Combine(_root, name[^2..], name + ending);
    }
}
