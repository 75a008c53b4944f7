using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Inventory;

internal sealed class StockCounts(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : IStockCounts
{
    public async Task<Result<Page<StockCountRow>>> ListAsync(Guid? warehouseId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = context.Set<StockCount>().AsNoTracking();
        if (warehouseId is { } warehouse)
        {
            counts = counts.Where(c => c.WarehouseId == warehouse);
        }

        var total = await counts.LongCountAsync(cancellationToken);
        var rows = await Rows(context, counts.OrderByDescending(c => c.StartedAtUtc).ThenByDescending(c => c.Id).Skip(page.Skip).Take(page.Take)).ToListAsync(cancellationToken);
        return Page<StockCountRow>.Of([.. rows.OrderByDescending(c => c.StartedAtUtc)], page, total);
    }

    public async Task<Result<StockCountRow>> GetAsync(Guid countId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Rows(context, context.Set<StockCount>().AsNoTracking().Where(c => c.Id == countId)).SingleOrDefaultAsync(cancellationToken);
        if (row is null || row.State != StockCountState.Open)
        {
            return row is null ? InventoryErrors.CountNotFound : row;
        }

        var compared = await CompareAsync(context, countId, row.WarehouseId, row.StartedAtUtc, cancellationToken);
        return row with
        {
            Matched = Of(StockCountOutcome.Matched),
            Missing = Of(StockCountOutcome.Missing),
            Misplaced = Of(StockCountOutcome.Misplaced),
            Unknown = Of(StockCountOutcome.Unknown),
        };

        int Of(StockCountOutcome outcome) => compared.Outcomes.Count(pair => pair.Value == outcome);
    }

    public async Task<Result<Page<StockCountLineRow>>> ListLinesAsync(Guid countId, StockCountOutcome? outcome, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await context.Set<StockCount>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == countId, cancellationToken);
        if (count is null)
        {
            return InventoryErrors.CountNotFound;
        }

        // A warehouse holds a few thousand devices at most: two narrow reads, then memory.
        var compared = await CompareAsync(context, countId, count.WarehouseId, count.StartedAtUtc, cancellationToken);
        var outcomes = count.State == StockCountState.Closed ? compared.Lines.ToDictionary(line => line.Serial, line => line.Outcome ?? StockCountOutcome.MovedMeanwhile, StringComparer.Ordinal) : compared.Outcomes;
        var search = page.SearchOrNull?.ToUpperInvariant();
        var wanted = outcomes.Where(pair => (outcome is null || pair.Value == outcome) && (search is null || pair.Key.Contains(search, StringComparison.Ordinal)))
            .OrderBy(pair => Rank(pair.Value)).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var shown = wanted.Skip(page.Skip).Take(page.Take).ToList();
        var serials = shown.ConvertAll(pair => pair.Key);
        var devices = (await (
            from device in context.Set<Device>().AsNoTracking()
            join model in context.Set<DeviceModel>() on device.ModelId equals model.Id
            where serials.Contains(device.Serial)
            select new { device.Serial, device.Id, Name = model.Maker + " " + model.Name }).ToListAsync(cancellationToken)).ToDictionary(d => d.Serial, StringComparer.Ordinal);
        var found = compared.Lines.ToDictionary(line => line.Serial, StringComparer.Ordinal);
        return Page<StockCountLineRow>.Of(
            [.. shown.Select(pair => new StockCountLineRow(
                pair.Key, pair.Value, devices.GetValueOrDefault(pair.Key)?.Id, devices.GetValueOrDefault(pair.Key)?.Name, found.GetValueOrDefault(pair.Key)?.FoundAtUtc, found.GetValueOrDefault(pair.Key)?.FoundBy))],
            page,
            wanted.Count);
    }

    public async Task<Result<Guid>> StartAsync(Guid warehouseId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<Warehouse>().AnyAsync(w => w.Id == warehouseId, cancellationToken))
        {
            return InventoryErrors.WarehouseNotFound;
        }

        var count = new StockCount { Id = Ids.New(clock), WarehouseId = warehouseId, OpenFor = warehouseId, StartedAtUtc = clock.UtcNow(), StartedBy = actor.Actor.Name };
        context.Add(count);
        var saved = await context.TrySaveAsync(InventoryErrors.CountOpen, cancellationToken);
        return saved.Succeeded ? count.Id : saved.Error;
    }

    public async Task<Result<int>> FindAsync(Guid countId, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        // The same label scanned twice is found once.
        var read = DeviceCodes.Read(lines ?? []).Where(line => line.Wrong != "inventory.twice_in_list").ToList();
        if (read.Count is 0 or > ReceiveDevicesRequest.MostLines)
        {
            return CommonErrors.Invalid([read.Count == 0 ? new FieldError("lines", "common.required") : new FieldError("lines", "inventory.too_many_lines", ReceiveDevicesRequest.MostLines)]);
        }

        if (read.Where(line => line.Wrong is not null).ToList() is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid([.. wrong.Select(line => new FieldError($"lines[{line.Number}]", line.Wrong!, line.Text))]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await TouchAsync(context, countId, cancellationToken) is { } closed)
        {
            return closed;
        }

        var serials = read.ConvertAll(line => line.Serial!);
        var known = await context.Set<StockCountLine>().AsNoTracking().Where(l => l.CountId == countId && serials.Contains(l.Serial)).Select(l => l.Serial).ToListAsync(cancellationToken);
        var fresh = serials.Except(known, StringComparer.Ordinal).ToList();
        context.AddRange(fresh.Select(serial => new StockCountLine { CountId = countId, Serial = serial, FoundAtUtc = clock.UtcNow(), FoundBy = actor.Actor.Name }));
        var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Error;
        }

        await transaction.CommitAsync(cancellationToken);
        return fresh.Count;
    }

    public async Task<Result> UnfindAsync(Guid countId, string serial, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        if (DeviceCodes.SerialOf(serial) is not { } known)
        {
            return CommonErrors.Invalid([new FieldError("serial", "inventory.not_a_serial", serial)]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await TouchAsync(context, countId, cancellationToken) is { } closed)
        {
            return closed;
        }

        context.RemoveRange(await context.Set<StockCountLine>().Where(l => l.CountId == countId && l.Serial == known).ToListAsync(cancellationToken));
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    public Task<Result> CloseAsync(Guid countId, long version, CancellationToken cancellationToken) => EndAsync(countId, version, StockCountState.Closed, cancellationToken);

    public Task<Result> CancelAsync(Guid countId, long version, CancellationToken cancellationToken) => EndAsync(countId, version, StockCountState.Cancelled, cancellationToken);

    private static int Rank(StockCountOutcome outcome) => outcome switch
    {
        StockCountOutcome.Unknown => 0,
        StockCountOutcome.Misplaced => 1,
        StockCountOutcome.Missing => 2,
        StockCountOutcome.MovedMeanwhile => 3,
        _ => 4,
    };

    /// <summary>Raises the version of an open count before its lines change: who closes it at this moment has seen other lines, and must look again. Two who scan wait for each other.</summary>
    private static async Task<Error?> TouchAsync(PortalDbContext context, Guid countId, CancellationToken cancellationToken) =>
        await context.Set<StockCount>().Where(c => c.Id == countId && c.State == StockCountState.Open).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken) > 0
            ? null
            : (await OpenAsync(context, countId, cancellationToken)).Error ?? CommonErrors.VersionConflict;

    private static async Task<Result<StockCount>> OpenAsync(PortalDbContext context, Guid countId, CancellationToken cancellationToken)
    {
        var count = await context.Set<StockCount>().SingleOrDefaultAsync(c => c.Id == countId, cancellationToken);
        return count is null ? InventoryErrors.CountNotFound : count.State == StockCountState.Open ? count : InventoryErrors.CountClosed;
    }

    private static async Task<(IReadOnlyDictionary<string, StockCountOutcome> Outcomes, List<StockCountLine> Lines)> CompareAsync(
        PortalDbContext context, Guid countId, Guid warehouseId, DateTime startedAtUtc, CancellationToken cancellationToken)
    {
        var lines = await context.Set<StockCountLine>().Where(l => l.CountId == countId).ToListAsync(cancellationToken);
        var found = context.Set<StockCountLine>().Where(l => l.CountId == countId).Select(l => l.Serial);
        var devices = await context.Set<Device>().AsNoTracking().Where(d => d.WarehouseId == warehouseId || found.Contains(d.Serial))
            .Select(d => new CountedDevice(d.Serial, d.WarehouseId == warehouseId, d.PlacedAtUtc)).ToListAsync(cancellationToken);
        return (StockCountComparison.Compare(startedAtUtc, devices, lines.Where(l => l.FoundAtUtc is not null).ToDictionary(l => l.Serial, l => l.FoundAtUtc!.Value, StringComparer.Ordinal)), lines);
    }

    private static IQueryable<StockCountRow> Rows(PortalDbContext context, IQueryable<StockCount> counts) =>
        from count in counts
        join warehouse in context.Set<Warehouse>() on count.WarehouseId equals warehouse.Id
        select new StockCountRow(
            count.Id,
            count.WarehouseId,
            warehouse.Name,
            count.State,
            count.StartedAtUtc,
            count.StartedBy,
            count.EndedAtUtc,
            count.EndedBy,
            context.Set<StockCountLine>().Count(l => l.CountId == count.Id && l.FoundAtUtc != null),
            count.Matched,
            count.Missing,
            count.Misplaced,
            count.Unknown,
            count.Version);

    private async Task<Result> EndAsync(Guid countId, long version, StockCountState state, CancellationToken cancellationToken)
    {
        if (actor.Deny(InventoryPermissions.InventoryWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await OpenAsync(context, countId, cancellationToken);
        if (!open.Succeeded || open.Value.Version != version)
        {
            return open.Error ?? CommonErrors.VersionConflict;
        }

        var count = open.Value;
        (count.State, count.OpenFor, count.EndedAtUtc, count.EndedBy) = (state, null, clock.UtcNow(), actor.Actor.Name);
        if (state == StockCountState.Closed)
        {
            await CorrectAsync(context, count, cancellationToken);
        }

        return await context.SaveIntoAsync(count.Misplaced > 0 ? count.WarehouseId : null, CommonErrors.VersionConflict, cancellationToken);
    }

    /// <summary>The stock becomes what was found; whoever moves one of the devices at this moment makes the save fail and the count stay open.</summary>
    private async Task CorrectAsync(PortalDbContext context, StockCount count, CancellationToken cancellationToken)
    {
        var (outcomes, lines) = await CompareAsync(context, count.Id, count.WarehouseId, count.StartedAtUtc, cancellationToken);
        var bySerial = lines.ToDictionary(line => line.Serial, StringComparer.Ordinal);
        foreach (var (serial, outcome) in outcomes)
        {
            if (bySerial.TryGetValue(serial, out var line))
            {
                line.Outcome = outcome;
            }
            else
            {
                context.Add(new StockCountLine { CountId = count.Id, Serial = serial, Outcome = outcome });
            }
        }

        var wrong = outcomes.Where(pair => pair.Value is StockCountOutcome.Missing or StockCountOutcome.Misplaced).Select(pair => pair.Key).ToList();
        foreach (var device in await context.Set<Device>().Where(d => wrong.Contains(d.Serial)).ToListAsync(cancellationToken))
        {
            var isMissing = outcomes[device.Serial] == StockCountOutcome.Missing;
            context.Put(clock, device, isMissing ? DeviceSpot.Gone : DeviceSpot.InWarehouse(count.WarehouseId), null, isMissing ? DeviceMovementKind.CountedOut : DeviceMovementKind.CountedIn, null);
        }

        count.Matched = Of(StockCountOutcome.Matched);
        count.Missing = Of(StockCountOutcome.Missing);
        count.Misplaced = Of(StockCountOutcome.Misplaced);
        count.Unknown = Of(StockCountOutcome.Unknown);

        int Of(StockCountOutcome outcome) => outcomes.Count(pair => pair.Value == outcome);
    }
}
