namespace IspPortal.Core.Customers;

/// <summary>What a merge would do.</summary>
/// <param name="Merged">The customer that goes.</param>
/// <param name="Survivor">The customer that stays.</param>
/// <param name="Moves">What goes over, without what is none.</param>
/// <param name="Fills">Fields that the survivor lacks and gets from the other, in camelCase.</param>
public sealed record MergePreview(CustomerRow Merged, CustomerRow Survivor, IReadOnlyList<MergePart> Moves, IReadOnlyList<string> Fills);
