namespace IspPortal.Core.Mapping.Causes;

/// <summary>A line at the end of the plant, and whether something is wrong with it.</summary>
/// <param name="Id">The line.</param>
/// <param name="Path">What it hangs on, from the router or OLT down; every element has the same one above it wherever it appears.</param>
/// <param name="IsBad">Whether it is bad; null when that is not known, which speaks neither for nor against an element.</param>
public sealed record PlantLeaf(Guid Id, IReadOnlyList<PlantElement> Path, bool? IsBad);
