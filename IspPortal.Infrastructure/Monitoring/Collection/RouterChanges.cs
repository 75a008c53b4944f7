namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What the database does not have yet. Kept until a write succeeds.</summary>
internal sealed class RouterChanges
{
    public List<TrackedAccess> NewAccesses { get; } = [];

    public HashSet<TrackedAccess> ChangedAccesses { get; } = [];

    public List<TrackedSession> Started { get; } = [];

    public List<EndedSession> Ended { get; } = [];

    public bool IsEmpty => NewAccesses.Count == 0 && ChangedAccesses.Count == 0 && Started.Count == 0 && Ended.Count == 0;

    public void Clear()
    {
        NewAccesses.Clear();
        ChangedAccesses.Clear();
        Started.Clear();
        Ended.Clear();
    }
}
