namespace IspPortal.Web.Shared.Grid;

/// <summary>Keeps rows where they are while a person points at them.</summary>
internal static class RowOrder
{
    /// <summary>The new values in the old order: rows that are gone stay as they were last, new ones wait for the next ordering.</summary>
    public static IReadOnlyList<TRow> Hold<TRow>(IReadOnlyList<TRow> shown, IReadOnlyList<TRow> fresh, Func<TRow, object> key)
    {
        var values = new Dictionary<object, TRow>(fresh.Count);
        foreach (var row in fresh)
        {
            values[key(row)] = row;
        }

        return [.. shown.Select(row => values.TryGetValue(key(row), out var value) ? value : row)];
    }
}
