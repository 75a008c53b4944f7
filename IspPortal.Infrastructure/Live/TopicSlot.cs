namespace IspPortal.Infrastructure.Live;

/// <summary>One topic: its newest value and its readers. Publishing takes no lock; coming and going does.</summary>
internal sealed class TopicSlot<T>(Guid key)
    where T : class
{
    /// <summary>Not 0 once the table has dropped the slot: whoever still holds it must look again. A field, for volatile access.</summary>
    public int DeadFlag;

    private Published<T>? _current;
    private LiveSubscription<T>[] _readers = [];

    /// <summary>Guards <see cref="Readers"/> and <see cref="DeadFlag"/>, and keeps notices of the same topic in order.</summary>
    public Lock Gate { get; } = new();

    public Guid Key { get; } = key;

    public Published<T>? Current
    {
        get => Volatile.Read(ref _current);
        set => Volatile.Write(ref _current, value);
    }

    /// <summary>Replaced, never changed in place: a publisher walks it without a lock.</summary>
    public LiveSubscription<T>[] Readers
    {
        get => Volatile.Read(ref _readers);
        set => Volatile.Write(ref _readers, value);
    }
}
