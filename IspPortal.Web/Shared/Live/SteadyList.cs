namespace IspPortal.Web.Shared.Live;

/// <summary>
/// The rows of a live table: values change in place, the order and the membership only every few seconds, and not while a person
/// points at the table.
/// </summary>
internal sealed class SteadyList<T>(Func<T, object> key, TimeSpan reorderEvery)
{
    private DateTimeOffset _orderedAt = DateTimeOffset.MinValue;

    public IReadOnlyList<T> Items { get; private set; } = [];

    /// <summary>True while the pointer rests on the table.</summary>
    public bool Pointed { get; set; }

    public void Update(IReadOnlyList<T> fresh, DateTimeOffset now)
    {
        if (Items.Count > 0 && (Pointed || now - _orderedAt < reorderEvery))
        {
            Items = Grid.RowOrder.Hold(Items, fresh, key);
            return;
        }

        Items = fresh;
        _orderedAt = now;
    }
}
