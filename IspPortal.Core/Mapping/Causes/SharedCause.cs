namespace IspPortal.Core.Mapping.Causes;

/// <summary>What bad lines have in common.</summary>
/// <param name="Suspects">The elements that all of them and only few others share, nearest to the lines first: any of these explains them equally well.</param>
/// <param name="Bad">The bad lines below it.</param>
/// <param name="Known">How many lines below it are known to be bad or good.</param>
public sealed record SharedCause(IReadOnlyList<PlantElement> Suspects, IReadOnlyList<Guid> Bad, int Known)
{
    /// <summary>The one nearest to the lines.</summary>
    public PlantElement Element => Suspects[0];
}
