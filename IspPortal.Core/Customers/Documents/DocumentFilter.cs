namespace IspPortal.Core.Customers.Documents;

/// <summary>Which documents are wanted; null always means any.</summary>
/// <param name="CustomerId">Of that customer.</param>
/// <param name="Kind">Of that kind.</param>
/// <param name="State">Judged so.</param>
/// <param name="Expiry">Standing so to their last day.</param>
/// <param name="Removed">True: only removed ones; else only those that are there.</param>
/// <param name="FormerOwners">False: only those of present owners; true: only those of former ones; null: both.</param>
public sealed record DocumentFilter(
    Guid? CustomerId = null,
    DocumentKind? Kind = null,
    DocumentState? State = null,
    DocumentExpiry? Expiry = null,
    bool Removed = false,
    bool? FormerOwners = false);
