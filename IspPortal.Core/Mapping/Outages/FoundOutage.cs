using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Outages;

/// <summary>Lines that were lost together, and what they have in common.</summary>
/// <param name="Suspects">What may be broken, nearest to the lines first.</param>
/// <param name="Lines">The lines that were lost.</param>
/// <param name="WereOnline">How many lines below it were online just before.</param>
/// <param name="StartedAtUtc">When the first was lost.</param>
public sealed record FoundOutage(IReadOnlyList<PlantElement> Suspects, IReadOnlyList<Guid> Lines, int WereOnline, DateTime StartedAtUtc)
{
    /// <summary>The one nearest to the lines.</summary>
    public PlantElement Element => Suspects[0];
}
