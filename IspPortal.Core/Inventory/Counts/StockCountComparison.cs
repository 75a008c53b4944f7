namespace IspPortal.Core.Inventory.Counts;

/// <summary>Compares what should be in a warehouse with what was found there. What moved while the count was under way is not held against anybody.</summary>
internal static class StockCountComparison
{
    /// <summary>One outcome per serial number, by serial number.</summary>
    public static IReadOnlyDictionary<string, StockCountOutcome> Compare(DateTime startedAtUtc, IEnumerable<CountedDevice> devices, IReadOnlyDictionary<string, DateTime> foundAtUtc)
    {
        var outcomes = new SortedDictionary<string, StockCountOutcome>(StringComparer.Ordinal);
        foreach (var device in devices)
        {
            if (foundAtUtc.TryGetValue(device.Serial, out var found))
            {
                outcomes[device.Serial] = device.IsHere ? StockCountOutcome.Matched : device.PlacedAtUtc > found ? StockCountOutcome.MovedMeanwhile : StockCountOutcome.Misplaced;
            }
            else if (device.IsHere)
            {
                outcomes[device.Serial] = device.PlacedAtUtc > startedAtUtc ? StockCountOutcome.MovedMeanwhile : StockCountOutcome.Missing;
            }
        }

        foreach (var serial in foundAtUtc.Keys)
        {
            outcomes.TryAdd(serial, StockCountOutcome.Unknown);
        }

        return outcomes;
    }
}
