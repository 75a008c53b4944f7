namespace IspPortal.Core.Customers;

/// <summary>Which customers are wanted; null always means any.</summary>
/// <param name="Status">Where they stand.</param>
/// <param name="Kind">What sort.</param>
/// <param name="City">In that city, whatever the case.</param>
/// <param name="Tag">With that tag.</param>
/// <param name="Removed">True: only removed ones; else only those that are there.</param>
public sealed record CustomerFilter(CustomerStatus? Status = null, CustomerKind? Kind = null, string? City = null, string? Tag = null, bool Removed = false);
