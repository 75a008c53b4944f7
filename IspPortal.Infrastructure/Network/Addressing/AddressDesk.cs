using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

internal sealed class AddressDesk(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, PoolDirectory pools, AssignmentDirectory assignments, ConflictDirectory conflicts, AddressHarvest harvest, TimeProvider clock) : IAddressing
{
    private const int LongestReason = 500;

    public async Task<Result<IReadOnlyList<AddressRouterRow>>> ListRoutersAsync(CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : Result.Of(await pools.ListRoutersAsync(cancellationToken));

    public async Task<Result<Page<AddressPoolRow>>> ListPoolsAsync(AddressPoolFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await pools.ListAsync(filter, page, cancellationToken);

    public async Task<Result<Page<AddressAssignmentRow>>> ListAssignmentsAsync(AddressAssignmentFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await assignments.ListAsync(filter, page, cancellationToken);

    public async Task<Result<Page<AddressConflictRow>>> ListConflictsAsync(AddressConflictFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersRead) is { } denied ? denied : await conflicts.ListAsync(filter, page, cancellationToken);

    public async Task<Result<int>> ReadAsync(Guid routerId, CancellationToken cancellationToken) =>
        actor.Deny(NetworkPermissions.RoutersOperate) is { } denied ? denied : await harvest.ReadAsync(routerId, cancellationToken);

    public Task<Result> MarkIntendedAsync(Guid conflictId, string reason, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Result>(CommonErrors.Invalid([new FieldError("reason", "common.required")]))
        : reason.Length > LongestReason ? Task.FromResult<Result>(CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)]))
        : PlainText.Refuse(reason) is { } unreadable ? Task.FromResult<Result>(unreadable)
        : MarkAsync(conflictId, "address_conflict_intended", reason.Trim(), cancellationToken);

    public Task<Result> MarkOpenAsync(Guid conflictId, CancellationToken cancellationToken) => MarkAsync(conflictId, "address_conflict_opened", null, cancellationToken);

    private async Task<Result> MarkAsync(Guid conflictId, string action, string? reason, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var conflict = await context.Set<AddressConflict>().FirstOrDefaultAsync(c => c.Id == conflictId, cancellationToken);
        if (conflict is null || conflict.ResolvedAtUtc is not null)
        {
            return conflict is null ? AddressingErrors.ConflictNotFound : AddressingErrors.ConflictIsOver;
        }

        if (reason is null && conflict.IntendedBy is null)
        {
            return Result.Success;
        }

        var before = JsonSerializer.Serialize(new { intended = conflict.IntendedBy is not null, reason = conflict.IntendedReason });
        (conflict.IntendedBy, conflict.IntendedAtUtc, conflict.IntendedReason) = (reason is null ? null : actor.Actor.Name, reason is null ? null : clock.UtcNow(), reason);
        context.AddAudit(action, "address-conflict", conflictId.ToString(), before, JsonSerializer.Serialize(new { intended = reason is not null, reason, kind = conflict.Kind.ToString(), address = conflict.Subject }));
        return await context.TrySaveAsync(null, cancellationToken);
    }
}
