namespace IspPortal.Core.Network.Backups;

/// <summary>The difference of two texts: runs of changed lines with a few unchanged ones around.</summary>
/// <param name="Added">How many lines are only in the second.</param>
/// <param name="Removed">How many lines are only in the first.</param>
/// <param name="Hunks">The runs, in order.</param>
public sealed record TextDifference(int Added, int Removed, IReadOnlyList<IReadOnlyList<DifferenceLine>> Hunks)
{
    /// <summary>Whether the texts say the same.</summary>
    public bool IsEmpty => Added + Removed == 0;
}
