namespace IspPortal.Core.Common.Idempotency;

/// <summary>A claimed key.</summary>
/// <param name="Id">Names the claim when it is completed or abandoned.</param>
/// <param name="Answer">The stored answer of a repeated request, or null when the request is to be carried out now.</param>
public sealed record IdempotencyClaim(Guid Id, StoredAnswer? Answer);
