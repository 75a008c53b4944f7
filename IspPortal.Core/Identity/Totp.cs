using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IspPortal.Core.Identity;

/// <summary>Time-based one-time codes: RFC 6238 with HMAC-SHA-1, 6 digits, 30 s, which every authenticator app speaks.</summary>
public static class Totp
{
    /// <summary>Bytes of a new secret (RFC 4226 recommends 160 bits).</summary>
    public const int SecretLength = 20;

    private const int StepSeconds = 30;
    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the 30-second step that <paramref name="now"/> lies in.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The six digits of a step.</summary>
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 names HMAC-SHA-1, and authenticator apps assume it; its collisions do not matter here.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step that <paramref name="code"/> belongs to, one step of clock drift either way allowed, or null when it fits none.
    /// A step at or before <paramref name="lastUsedStep"/> never fits: a code works once (RFC 6238 section 5.2).
    /// </summary>
    public static long? Match(ReadOnlySpan<byte> secret, string? code, DateTimeOffset now, long lastUsedStep)
    {
        var digits = string.Concat((code ?? string.Empty).Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length != 6)
        {
            return null;
        }

        var given = Encoding.UTF8.GetBytes(digits);
        var current = StepAt(now);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            var expected = Encoding.UTF8.GetBytes(CodeAt(secret, step));
            if (CryptographicOperations.FixedTimeEquals(expected, given) && step > lastUsedStep)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>A secret as people type it: base 32 (RFC 4648) without padding.</summary>
    public static string ToBase32(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder((secret.Length * 8 / 5) + 1);
        var buffer = 0;
        var bits = 0;
        foreach (var octet in secret)
        {
            buffer = (buffer << 8) | octet;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32Alphabet[(buffer >> bits) & 31]);
            }
        }

        if (bits > 0)
        {
            text.Append(Base32Alphabet[(buffer << (5 - bits)) & 31]);
        }

        return text.ToString();
    }

    /// <summary>The text of the QR code that authenticator apps read.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="issuer">The company's or product's name.</param>
    /// <param name="account">The account's e-mail.</param>
    public static string ToUri(ReadOnlySpan<byte> secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={ToBase32(secret)}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period=30";
}
