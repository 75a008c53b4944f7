using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common.Idempotency;

/// <summary>Remembers for 24 hours which requests were carried out under which key, so that a repeated one is answered and not done again.</summary>
public interface IIdempotencyLedger
{
    /// <summary>
    /// Claims the key for one request of one caller. A fresh claim carries no answer; a repeated request carries the stored one.
    /// <see cref="IdempotencyErrors.KeyReused"/> when the key was used for another request, <see cref="IdempotencyErrors.InProgress"/> while the
    /// first request with it is being carried out.
    /// </summary>
    Task<Result<IdempotencyClaim>> ClaimAsync(IdempotentRequest request, CancellationToken cancellationToken);

    /// <summary>Stores the answer of a fresh claim; repeated requests get it from now on.</summary>
    Task CompleteAsync(Guid claimId, StoredAnswer answer, CancellationToken cancellationToken);

    /// <summary>Keeps a fresh claim while its request is still being carried out; without it a claim ends after five minutes.</summary>
    Task RenewAsync(Guid claimId, CancellationToken cancellationToken);

    /// <summary>Gives a fresh claim back: nothing was done, the same key may come again with a corrected request.</summary>
    Task AbandonAsync(Guid claimId, CancellationToken cancellationToken);

    /// <summary>Removes what is older than 24 hours. Gives the number of removed records.</summary>
    Task<int> RemoveExpiredAsync(CancellationToken cancellationToken);
}
