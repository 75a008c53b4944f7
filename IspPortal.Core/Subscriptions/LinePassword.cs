using System.Security.Cryptography;

namespace IspPortal.Core.Subscriptions;

/// <summary>Passwords that a person can read out over the phone: no letters or digits that look alike.</summary>
public static class LinePassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A random one of <paramref name="length"/> characters.</summary>
    public static string Generate(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
