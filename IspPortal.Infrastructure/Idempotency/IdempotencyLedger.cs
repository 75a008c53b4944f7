using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Idempotency;

internal sealed class IdempotencyLedger(PortalContextSource contexts, TimeProvider clock) : IIdempotencyLedger
{
    private const string Writer = "idempotency";

    /// <summary>A claim whose request has not ended by then died with its process; the next one with the key takes over.</summary>
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    public async Task<Result<IdempotencyClaim>> ClaimAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        var mine = RecordOf(request);
        // Looks before it writes: a repeated request is usual, and a refused insert is an error in the log. A second round is for who was slower by a moment.
        for (var round = 0; round < 2; round++)
        {
            await using var context = contexts.CreateForSystem(Writer);
            var theirs = await context.Set<IdempotencyRecord>().AsNoTracking()
                .SingleOrDefaultAsync(record => record.Caller == mine.Caller && record.KeyHash == mine.KeyHash, cancellationToken);
            if (theirs is not null && !IsOver(theirs))
            {
                return Judge(mine, theirs);
            }

            if (theirs is not null)
            {
                await context.Set<IdempotencyRecord>().Where(record => record.Id == theirs.Id && record.CreatedAtUtc == theirs.CreatedAtUtc && record.CompletedAtUtc == theirs.CompletedAtUtc).ExecuteDeleteAsync(cancellationToken);
            }

            if (await TryInsertAsync(mine, cancellationToken))
            {
                return new IdempotencyClaim(mine.Id, null);
            }
        }

        return IdempotencyErrors.InProgress;
    }

    public async Task CompleteAsync(Guid claimId, StoredAnswer answer, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem(Writer);
        var now = clock.UtcNow();
        await context.Set<IdempotencyRecord>().Where(record => record.Id == claimId).ExecuteUpdateAsync(
            set => set
                .SetProperty(record => record.CompletedAtUtc, now)
                .SetProperty(record => record.StatusCode, answer.StatusCode)
                .SetProperty(record => record.ContentType, answer.ContentType)
                .SetProperty(record => record.Location, answer.Location)
                .SetProperty(record => record.Body, answer.Body),
            cancellationToken);
    }

    public async Task RenewAsync(Guid claimId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem(Writer);
        var now = clock.UtcNow();
        await context.Set<IdempotencyRecord>().Where(record => record.Id == claimId && record.CompletedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(record => record.CreatedAtUtc, now), cancellationToken);
    }

    public async Task AbandonAsync(Guid claimId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem(Writer);
        await context.Set<IdempotencyRecord>().Where(record => record.Id == claimId && record.CompletedAtUtc == null).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<int> RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem(Writer);
        var before = clock.UtcNow() - KeptFor;
        return await context.Set<IdempotencyRecord>().Where(record => record.CreatedAtUtc < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static Result<IdempotencyClaim> Judge(IdempotencyRecord mine, IdempotencyRecord theirs)
    {
        if (theirs.Operation != mine.Operation || theirs.BodyHash != mine.BodyHash)
        {
            return IdempotencyErrors.KeyReused;
        }

        return theirs.StatusCode is { } status
            ? new IdempotencyClaim(theirs.Id, new StoredAnswer(status, theirs.ContentType, theirs.Location, theirs.Body))
            : IdempotencyErrors.InProgress;
    }

    private bool IsOver(IdempotencyRecord record)
    {
        var age = clock.UtcNow() - record.CreatedAtUtc;
        return age >= KeptFor || (record.CompletedAtUtc is null && age >= ClaimLasts);
    }

    private IdempotencyRecord RecordOf(IdempotentRequest request)
    {
        var key = Encoding.UTF8.GetBytes(request.Key);
        return new IdempotencyRecord
        {
            Id = Ids.New(clock),
            Caller = request.Caller,
            KeyHash = Convert.ToHexStringLower(SHA256.HashData(key)),
            Operation = request.Operation,
            BodyHash = Convert.ToHexStringLower(HMACSHA256.HashData(key, request.Body.Span)),
            CreatedAtUtc = clock.UtcNow(),
        };
    }

    /// <summary>The unique index decides between two requests that arrive together.</summary>
    private async Task<bool> TryInsertAsync(IdempotencyRecord record, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateForSystem(Writer);
        context.Add(record);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return false;
        }
    }
}
