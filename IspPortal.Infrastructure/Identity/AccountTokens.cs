using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IspPortal.Infrastructure.Identity;

/// <summary>Random tokens and their hashes. 256 random bits need neither salt nor slow hashing.</summary>
internal static class AccountTokens
{
    private const int TokenBytes = 32;

    /// <summary>A new token, safe in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>What is stored of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
