namespace IspPortal.Infrastructure.Persistence;

/// <summary>Whose entry of the search a search found.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="SubjectId">The customer's subscription whose entry it is, or null: the customer's own.</param>
internal sealed record FoundEntry(Guid CustomerId, Guid? SubjectId);
