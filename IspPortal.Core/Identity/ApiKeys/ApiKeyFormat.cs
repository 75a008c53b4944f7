using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>
/// What a key looks like: <c>isp_</c>, ten characters by which it is recognised and found, <c>_</c>, and the secret. The fixed beginning lets
/// scanners of source code find keys that somebody published.
/// </summary>
public static class ApiKeyFormat
{
    /// <summary>How every key begins.</summary>
    public const string Mark = "isp_";

    /// <summary>The length of the visible beginning.</summary>
    public const int PrefixLength = 14;

    /// <summary>The length of a whole key.</summary>
    public const int Length = PrefixLength + 1 + SecretLength;

    /// <summary>31 characters that are not mistaken for each other: 52 of them are 257 random bits, which need neither salt nor slow hashing.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int SecretLength = 52;

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    /// <summary>A new key.</summary>
    public static string New() =>
        $"{Mark}{RandomNumberGenerator.GetString(Alphabet, PrefixLength - Mark.Length)}_{RandomNumberGenerator.GetString(Alphabet, SecretLength)}";

    /// <summary>The visible beginning of <paramref name="key"/>; false when it cannot be a key, so that nobody has to look it up.</summary>
    public static bool TryReadPrefix([NotNullWhen(true)] string? key, [NotNullWhen(true)] out string? prefix)
    {
        prefix = null;
        if (key?.Length != Length || !key.StartsWith(Mark, StringComparison.Ordinal) || key[PrefixLength] != '_'
            || key.AsSpan(Mark.Length, PrefixLength - Mark.Length).ContainsAnyExcept(Letters) || key.AsSpan(PrefixLength + 1).ContainsAnyExcept(Letters))
        {
            return false;
        }

        prefix = key[..PrefixLength];
        return true;
    }

    /// <summary>What is stored of a key: SHA-256 in hex.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether <paramref name="key"/> is the one that was stored as <paramref name="hash"/>; takes the same time wherever they differ.</summary>
    public static bool Matches(string key, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(key)), Encoding.ASCII.GetBytes(hash));
}
