using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>
/// One change of the plant from the reading on: it holds the revision's row, so that changes come one after the other and what was judged still holds when it is written; it keeps every row before and after, so
/// that it can be taken back; and it tells the atlas.
/// </summary>
internal sealed class PlantChange : IAsyncDisposable
{
    private readonly PlantChanges _owner;
    private readonly IDbContextTransaction _transaction;
    private readonly long _revision;

    private PlantChange(PlantChanges owner, PortalDbContext context, IDbContextTransaction transaction, long revision) =>
        (_owner, Context, _transaction, _revision) = (owner, context, transaction, revision);

    /// <summary>Where it is read and written.</summary>
    public PortalDbContext Context { get; }

    /// <summary>The revision before it.</summary>
    public long RevisionBefore => _revision - 1;

    /// <summary>The edit that it became; null before it was committed, or when nothing changed.</summary>
    public Guid? EditId { get; private set; }

    /// <summary>The plant before it.</summary>
    public Task<PlantImage> PlantAsync(CancellationToken cancellationToken) => _owner.Atlas.GetAsync(RevisionBefore, cancellationToken);

    /// <summary>Begins; waits for a change that is under way.</summary>
    public static async Task<PlantChange> BeginAsync(PlantChanges owner, CancellationToken cancellationToken)
    {
        var context = await owner.Contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.EnsureRevisionAsync(cancellationToken);
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            return new PlantChange(owner, context, transaction, await context.CountRevisionAsync(cancellationToken));
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Writes it, or nothing of it: a stale version is <c>common.version_conflict</c>, a broken unique index <paramref name="duplicate"/>, a row that another row needs <c>plant.changed_since</c>.
    /// <paramref name="judge"/> looks at what was written before it is made good.
    /// </summary>
    public async Task<Result> CommitAsync(
        PlantEditKind kind, string element, Guid elementId, string name, Error duplicate, CancellationToken cancellationToken, Func<PortalDbContext, Task<Error?>>? judge = null)
    {
        Context.ChangeTracker.DetectChanges();
        var rows = Context.ChangeTracker.Entries().Where(PlantRowChange.IsPlant).Select(PlantRowChange.Of).ToList();
        if (rows.Count == 0)
        {
            return Result.Success;
        }

        var actor = Context.Actor;
        var edit = Context.Add(new PlantEdit
        {
            Id = Ids.New(_owner.Clock),
            Revision = _revision,
            AtUtc = _owner.Clock.UtcNow(),
            ActorName = actor.Name,
            ActorId = actor.Kind == ActorKind.User ? actor.Id : null,
            Kind = kind,
            Element = element,
            ElementId = elementId,
            Name = name,
            Rows = JsonSerializer.Serialize(rows, PlantRowChange.Json),
        }).Entity;
        try
        {
            var saved = await Context.TrySaveAsync(duplicate, cancellationToken);
            if ((saved.Error ?? (judge is null ? null : await judge(Context))) is { } refusal)
            {
                return refusal;
            }
        }
        catch (DbUpdateException exception) when (exception.IsForeignKeyViolation())
        {
            return PlantErrors.ChangedSince;
        }

        await _transaction.CommitAsync(cancellationToken);
        _owner.Atlas.Touch();
        EditId = edit.Id;
        return Result.Success;
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Context.DisposeAsync();
    }
}
