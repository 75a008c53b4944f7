using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

internal sealed class AccessEditor(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IAuditWriter audit, TimeProvider clock) : IAccessEditor
{
    private const int MostAttempts = 3;

    public async Task<Result<Guid>> AddAsync(SaveAccessRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        for (var attempt = 1; ; attempt++)
        {
            var added = await TryAddAsync(request, cancellationToken);
            if (added.Succeeded || attempt == MostAttempts || !await AccessWriting.WasOnlySeenAsync(contexts, request.Service, request.Username, added.Error, cancellationToken))
            {
                return added;
            }
        }
    }

    public async Task<Result> UpdateAsync(Guid accessId, long version, SaveAccessRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.AccessId == accessId, cancellationToken);
        if (wanted is null)
        {
            return await MissingAsync(context, accessId, cancellationToken);
        }

        if (wanted.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        if ((KeptElsewhere(wanted) ?? await AccessWriting.ChangeAsync(context, wanted, request, cancellationToken)) is { } against)
        {
            return against;
        }

        return await SaveAsync(context, wanted, cancellationToken);
    }

    public Task<Result> ChangeHoldsAsync(Guid accessId, AccessHolds set, AccessHolds lift, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(accessId, "holds_changed", reason, wanted => wanted.Holds = (wanted.Holds | set) & ~lift, cancellationToken);

    public Task<Result> SetPasswordAsync(Guid accessId, string? password, CancellationToken cancellationToken) => PlainText.Refuse(password, "password") is { } unreadable
        ? Task.FromResult<Result>(unreadable)
        : ChangeAsync(accessId, null, null, wanted => AccessWriting.SetPassword(wanted, password), cancellationToken);

    public Task<Result> TerminateAsync(Guid accessId, TimeSpan keepFor, string reason, CancellationToken cancellationToken) => ChangeAsync(
        accessId,
        "terminated",
        reason,
        wanted => AccessWriting.Terminate(wanted, clock.UtcNow() + keepFor),
        cancellationToken);

    private async Task<Result<Guid>> TryAddAsync(SaveAccessRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var added = await AccessWriting.AddAsync(context, request, AccessLifecycle.Live, clock, cancellationToken);
        if (!added.Succeeded)
        {
            return added.Error;
        }

        var saved = await SaveAsync(context, added.Value, cancellationToken);
        return saved.Succeeded ? added.Value.AccessId : saved.Error;
    }

    private async Task<Result> SaveAsync(PortalDbContext context, DesiredAccessRecord wanted, CancellationToken cancellationToken)
    {
        var taken = NetworkErrors.UsernameTaken(wanted.Username);
        var saved = await context.TrySaveAsync(taken, cancellationToken);
        if (saved.Error?.Code != taken.Code)
        {
            return saved;
        }

        await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
        return await AddressClaims.MeaningAsync(fresh, wanted, taken, cancellationToken);
    }

    private async Task<Result> ChangeAsync(Guid accessId, string? action, string? reason, Action<DesiredAccessRecord> change, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.AccessesWrite) is { } denied)
        {
            return denied;
        }

        if (action is not null && string.IsNullOrWhiteSpace(reason))
        {
            return CommonErrors.Invalid([new FieldError("reason", "common.required")]);
        }

        if (PlainText.Refuse(reason) is { } unreadable)
        {
            return unreadable;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = await context.Set<DesiredAccessRecord>().FirstOrDefaultAsync(w => w.AccessId == accessId, cancellationToken);
        if (wanted is null)
        {
            return await MissingAsync(context, accessId, cancellationToken);
        }

        if (KeptElsewhere(wanted) is { } kept)
        {
            return kept;
        }

        change(wanted);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded && action is not null)
        {
            await audit.WriteAsync(action, "access", accessId.ToString(), new { reason }, cancellationToken);
        }

        return saved;
    }

    // One place says what a line should be.
    private static Error? KeptElsewhere(DesiredAccessRecord wanted) => wanted.KeptBy is { } number ? NetworkErrors.LineKept(number) : null;

    private static async Task<Error> MissingAsync(PortalDbContext context, Guid accessId, CancellationToken cancellationToken) =>
        await context.Set<AccessAccount>().AnyAsync(a => a.Id == accessId, cancellationToken) ? NetworkErrors.AccessNotOwned : NetworkErrors.AccessNotFound;

    private Error? Refuse(SaveAccessRequest request) =>
        actor.Deny(NetworkPermissions.AccessesWrite) ?? new SaveAccessRequestValidator().Validate(request).ErrorOrNull();
}
