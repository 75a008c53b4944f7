using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Identity.SignIn;

/// <summary>Counts failed sign-ins of each address and on each e-mail on this node, known or not, in windows of five minutes.</summary>
internal sealed class AttemptLimiter(IOptions<IdentitySettings> settings, TimeProvider clock)
{
    private const int SweepAbove = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    public bool Allows(string? address, string account) =>
        Current("a:" + address) < settings.Value.FailuresPerAddress && Current("e:" + account) < settings.Value.FailuresPerEmail;

    public void CountFailure(string? address, string account)
    {
        Add("a:" + address);
        Add("e:" + account);
        if (_counts.Count > SweepAbove)
        {
            Sweep();
        }
    }

    private int Current(string key) => _counts.TryGetValue(key, out var count) && clock.GetElapsedTime(count.Start) < Window ? count.Failures : 0;

    private void Add(string key) => _counts.AddOrUpdate(
        key,
        _ => new Count(clock.GetTimestamp(), 1),
        (_, count) => clock.GetElapsedTime(count.Start) < Window ? count with { Failures = count.Failures + 1 } : new Count(clock.GetTimestamp(), 1));

    private void Sweep()
    {
        foreach (var (key, count) in _counts)
        {
            if (clock.GetElapsedTime(count.Start) >= Window)
            {
                _counts.TryRemove(KeyValuePair.Create(key, count));
            }
        }
    }

    private sealed record Count(long Start, int Failures);
}
