using System.Text.Json;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IspPortal.Infrastructure.Mapping.Plant;

internal sealed class PlantHistory(PlantChanges changes, ICurrentActor actor, TimeProvider clock) : IPlantHistory
{
    private const int AtOnce = 500;

    public async Task<Result<Page<PlantEditRow>>> ListAsync(Guid? elementId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        await using var context = await changes.Contexts.CreateDbContextAsync(cancellationToken);
        var edits = context.Set<PlantEdit>().AsNoTracking();
        if (elementId is { } one)
        {
            edits = edits.Where(e => e.ElementId == one);
        }

        var count = await edits.LongCountAsync(cancellationToken);
        var rows = await edits.OrderByDescending(e => e.Revision).Skip(page.Skip).Take(page.Take)
            .Select(e => new PlantEditRow(e.Id, e.Revision, e.AtUtc, e.ActorName, e.Kind, e.Element, e.ElementId, e.Name, e.UndoneAtUtc, e.UndoneBy)).ToListAsync(cancellationToken);
        return Page<PlantEditRow>.Of(rows, page, count);
    }

    public async Task<Result> UndoAsync(Guid editId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.PlantWrite) is { } denied)
        {
            return denied;
        }

        await using var change = await changes.BeginAsync(cancellationToken);
        var edit = await change.Context.Set<PlantEdit>().SingleOrDefaultAsync(e => e.Id == editId, cancellationToken);
        if (edit is null || edit.UndoneAtUtc is not null)
        {
            return edit is null ? PlantErrors.EditNotFound : PlantErrors.EditUndone;
        }

        var rows = JsonSerializer.Deserialize<List<PlantRowChange>>(edit.Rows, PlantRowChange.Json)!;
        // A node may go before the cable that ends there: both are gone when it is written.
        change.Context.ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;
        await LoadAsync<PlantNode>(change.Context, rows, cancellationToken);
        await LoadAsync<Cable>(change.Context, rows, cancellationToken);
        await LoadAsync<RadioLink>(change.Context, rows, cancellationToken);
        foreach (var row in rows)
        {
            if (!await TakeBackAsync(change.Context, row, cancellationToken))
            {
                return PlantErrors.ChangedSince;
            }
        }

        (edit.UndoneAtUtc, edit.UndoneBy) = (clock.UtcNow(), change.Context.Actor.Name);
        return await change.CommitAsync(PlantEditKind.Undone, edit.Element, edit.ElementId, edit.Name, PlantErrors.ChangedSince, cancellationToken, context => JudgeAsync(context, rows, cancellationToken));
    }

    // A file that was read in has thousands of rows: they are not asked for one by one.
    private static async Task LoadAsync<TRow>(PortalDbContext context, List<PlantRowChange> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var ids = rows.Where(row => row.Table == typeof(TRow).Name).Select(row => (row.After ?? row.Before)!.Value.GetProperty("id").GetGuid()).ToList();
        foreach (var some in ids.Chunk(AtOnce))
        {
            await context.Set<TRow>().Where(row => some.Contains(EF.Property<Guid>(row, "Id"))).LoadAsync(cancellationToken);
        }
    }

    /// <summary>Puts a row back; false when it does not say any more what the edit left it with.</summary>
    private static async Task<bool> TakeBackAsync(PortalDbContext context, PlantRowChange row, CancellationToken cancellationToken)
    {
        var type = context.Model.FindEntityType(row.Entity)!;
        var sample = row.Read((row.After ?? row.Before)!.Value);
        var key = type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(sample)).ToArray();
        var current = await context.FindAsync(row.Entity, key, cancellationToken);
        if (row.After is { } after ? current is null || !row.SaysTheSame(after, current) : current is not null)
        {
            return false;
        }

        switch (current, row.Before)
        {
            case (null, { } before):
                context.Add(row.Read(before));
                break;
            case ({ } added, null):
                context.Remove(added);
                break;
            case ({ } changed, { } before):
                Restore(context, type, changed, row.Read(before));
                break;
        }

        return true;
    }

    private static void Restore(PortalDbContext context, IEntityType type, object current, object before)
    {
        var entry = context.Entry(current);
        foreach (var property in type.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsConcurrencyToken))
        {
            entry.Property(property.Name).CurrentValue = property.PropertyInfo!.GetValue(before);
        }
    }

    /// <summary>Whether what was touched still fits what is there: no joint, drop or port on something that went or shrank, no circle. Foreign keys see to the rest.</summary>
    private static async Task<Error?> JudgeAsync(PortalDbContext context, List<PlantRowChange> rows, CancellationToken cancellationToken)
    {
        if (rows.TrueForAll(row => row is { Before: not null, After: not null } && row.Table is not (nameof(JointEnd) or nameof(PlantNode) or nameof(Cable) or nameof(Splitter))))
        {
            return null;
        }

        var plant = await PlantAtlas.ReadAsync(context, cancellationToken);
        var touched = rows.SelectMany(row => new[] { row.Before, row.After }).OfType<JsonElement>()
            .SelectMany(row => new[] { "id", "ownerId", "odpId" }.Select(name => row.TryGetProperty(name, out var id) && id.TryGetGuid(out var guid) ? guid : Guid.Empty)).ToHashSet();
        var fits = plant.Fiber.Joins.Where(j => touched.Contains(j.Id) || touched.Contains(j.One.OwnerId) || touched.Contains(j.Other.OwnerId)).All(join =>
            join.Kind == FiberJoinKind.BuiltIn
            || (plant.Nodes.TryGetValue(join.NodeId, out var node) && JointRules.Refuse(plant, node, new JoinRequest(join.Id, join.One, join.Other, join.Kind)) is null && !plant.Fiber.WouldLoop(join.One, join.Other)));
        return fits && plant.PortsTaken.Where(odp => touched.Contains(odp.Key)).All(odp => odp.Max(p => p.Number) <= plant.Nodes[odp.Key].Ports) ? null : PlantErrors.ChangedSince;
    }
}
