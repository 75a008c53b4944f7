namespace IspPortal.Infrastructure.Series.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Chunks">How many chunks were read.</param>
/// <param name="Rows">How many rows of the journal.</param>
/// <param name="Days">How many rows of usage.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record SeriesVerdict(int Chunks, int Rows, int Days, IReadOnlyList<SeriesFault> Faults)
{
    /// <summary>Whether nothing was wrong, or all of it is as it was before.</summary>
    public bool IsWhole => Faults.All(static f => f.Remedy == SeriesRemedy.Rebuilt);
}
