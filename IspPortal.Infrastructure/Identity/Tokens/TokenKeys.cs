using System.Collections.Frozen;
using System.Security.Cryptography;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity.Tokens;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Tokens;

/// <inheritdoc cref="ITokenKeys" />
internal sealed class TokenKeys(PortalContextSource source, TimeProvider clock) : ITokenKeys, IDisposable
{
    private const int SecretBytes = 64;
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _reading = new(1);
    private Ring? _ring;

    public async ValueTask EnsureAsync(string? keyId, CancellationToken cancellationToken)
    {
        if (_ring is { } ring && (keyId is null || ring.Keys.ContainsKey(keyId) || clock.GetElapsedTime(ring.ReadAt) < LookAgainAfter))
        {
            return;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_ring is not { } known || clock.GetElapsedTime(known.ReadAt) >= LookAgainAfter)
            {
                _ring = await ReadAsync(cancellationToken);
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    public byte[]? Find(string? keyId) => keyId is not null && _ring is { } ring ? ring.Keys.GetValueOrDefault(keyId) : null;

    /// <summary>The key that new tokens are signed with.</summary>
    public async ValueTask<(string Id, byte[] Secret)> SigningAsync(CancellationToken cancellationToken)
    {
        await EnsureAsync(null, cancellationToken);
        var ring = _ring!;
        return (ring.SigningId, ring.Keys[ring.SigningId]);
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Ring> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("token-keys");
        var readAt = clock.GetTimestamp();
        var rows = await context.Set<TokenSigningKey>().AsNoTracking().OrderBy(key => key.CreatedAtUtc).ThenBy(key => key.Id).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            // Two nodes may both make one at the first start; each is good, and both nodes find the other's.
            var key = new TokenSigningKey { Id = Ids.New(clock), Secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)), CreatedAtUtc = clock.UtcNow() };
            context.Add(key);
            await context.SaveChangesAsync(cancellationToken);
            rows.Add(key);
        }

        return new Ring(
            rows.ToFrozenDictionary(key => key.Id.ToString("N"), key => Convert.FromBase64String(key.Secret), StringComparer.Ordinal), rows[0].Id.ToString("N"), readAt);
    }

    private sealed record Ring(FrozenDictionary<string, byte[]> Keys, string SigningId, long ReadAt);
}
