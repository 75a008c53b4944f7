using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// Finds encrypted values without decrypting any: an HMAC-SHA256 of the value, stored in a column beside it. The key lies with the key ring, outside the database,
/// and is backed up with it; without the key the hashes of sixteen digits could be tried out.
/// </summary>
internal sealed class BlindIndex(IOptions<StorageOptions> storage)
{
    public const int HashLength = 64;

    private const string FileName = "blind-index.key";
    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(storage.Value.KeysPath));

    /// <summary>The hash of <paramref name="value"/> for one purpose; equal values of different purposes have different hashes. Null or empty has none.</summary>
    public string? Of(string purpose, string? value) => string.IsNullOrEmpty(value)
        ? null
        : Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{purpose}\0{value}")));

    private static byte[] ReadOrMake(string directory)
    {
        var path = Path.Combine(Directory.CreateDirectory(directory).FullName, FileName);
        if (!File.Exists(path))
        {
            // Written aside and moved into place: of two processes that start at once, one wins and neither reads half a key.
            var aside = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(aside, RandomNumberGenerator.GetBytes(KeyBytes));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(aside, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(aside);
            }
        }

        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes ? key : throw new StartupException($"{path} is not a key of {KeyBytes} bytes. Restore it from the backup of the keys directory.");
    }
}
