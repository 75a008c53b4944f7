using System.Collections.Concurrent;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>What arrived at the lab's providers, and how they misbehave.</summary>
internal sealed class LabPostRoom(TimeProvider clock)
{
    private const int Most = 20_000;

    private readonly ConcurrentQueue<LabLetter> _letters = new();
    private readonly ConcurrentDictionary<LabProvider, LabPostFault> _faults = new();
    private readonly ConcurrentDictionary<LabProvider, int> _arrived = new();
    private int _number;

    /// <summary>How long a slow provider takes.</summary>
    public TimeSpan Slowness { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>In how many seconds it says to come back.</summary>
    public int ComeBackAfterSeconds { get; set; } = 3;

    public IReadOnlyList<LabLetter> Letters => [.. _letters];

    public LabPostFault? FaultOf(LabProvider provider) => _faults.TryGetValue(provider, out var fault) ? fault : null;

    public void Throw(LabProvider provider, LabPostFault? fault)
    {
        if (fault is { } known)
        {
            _faults[provider] = known;
        }
        else
        {
            _faults.TryRemove(provider, out _);
        }
    }

    public int ArrivedAt(LabProvider provider) => _arrived.GetValueOrDefault(provider);

    /// <summary>Takes a message; gives its number.</summary>
    public int Take(LabProvider provider, string to, string? subject, string text, IReadOnlyList<string>? files = null)
    {
        var number = Interlocked.Increment(ref _number);
        _letters.Enqueue(new LabLetter(number, clock.UtcNow(), provider, to, subject, text, files ?? []));
        _arrived.AddOrUpdate(provider, 1, (_, count) => count + 1);
        while (_letters.Count > Most && _letters.TryDequeue(out _))
        {
            // The oldest makes room.
        }

        return number;
    }

    public void Empty()
    {
        _letters.Clear();
        _arrived.Clear();
    }
}
