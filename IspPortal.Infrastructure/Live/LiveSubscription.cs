using System.Diagnostics.CodeAnalysis;
using IspPortal.Core.Common.Live;

namespace IspPortal.Infrastructure.Live;

internal sealed class LiveSubscription<T>(TopicTable<T> table, TopicSlot<T> slot, Action? onArrival) : ILiveSubscription<T>
    where T : class
{
    private Published<T>? _taken;
    private int _disposed;

    public Action? OnArrival { get; } = onArrival;

    public T? Value => slot.Current?.Value;

    public bool TryTake([NotNullWhen(true)] out T? value)
    {
        var current = Volatile.Read(ref _disposed) == 0 ? slot.Current : null;
        if (current is null || ReferenceEquals(Interlocked.Exchange(ref _taken, current), current))
        {
            value = null;
            return false;
        }

        value = current.Value;
        return true;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            table.Leave(slot, this);
        }
    }
}
