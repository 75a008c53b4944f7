using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Tables;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Opening;

internal sealed class OpeningDesk(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, OpeningReading reading, OpeningBooking booking, OpeningUndoing undoing, IBusinessClock business, TimeProvider clock) : IOpeningDesk
{
    private const int LongestFileName = 200;
    private const int LongestReason = 500;
    private const int OldestCutoverDays = 400;

    private static readonly TableLimits Limits = new(OpeningFile.MaxMegabytes, OpeningFile.MaxRows);

    public async Task<Result<Guid>> UploadAsync(Guid importId, OpeningFile file, DateOnly cutoverOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Denied is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        if (cutoverOn > today || cutoverOn < today.AddDays(-OldestCutoverDays))
        {
            return OpeningErrors.BadCutover;
        }

        // Not on the caller's thread: it may be that of a page, which would stand still meanwhile.
        var read = await Task.Run(() => Read(file), cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var name = NameOf(file.Name);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<OpeningImport>().AsNoTracking().Where(i => i.Id == importId).Select(i => i.FileName).FirstOrDefaultAsync(cancellationToken) is { } known)
        {
            return known == name ? importId : OpeningErrors.IdTaken;
        }

        var (headings, rows) = read.Value;
        var import = new OpeningImport { Id = importId, FileName = name, CutoverOn = cutoverOn, Headings = OpeningJson.Of(headings), CreatedBy = actor.Actor.Name, CreatedAtUtc = clock.UtcNow() };
        var items = await JudgeAsync(context, import, rows, cancellationToken);
        context.Add(import);
        return (await SaveAsync(context, importId, items, cancellationToken)).Error is { } error ? error : importId;
    }

    public async Task<Result> CheckAsync(Guid importId, long version, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Set<OpeningImport>().SingleOrDefaultAsync(i => i.Id == importId, cancellationToken);
        if (import is not { State: OpeningState.Checked })
        {
            return import is null ? OpeningErrors.NotFound : OpeningErrors.WrongState;
        }

        context.ExpectVersion(import, version);
        var rows = await context.Set<OpeningItem>().AsNoTracking().Where(i => i.ImportId == importId).OrderBy(i => i.Row).ToListAsync(cancellationToken);
        return await SaveAsync(context, importId, await JudgeAsync(context, import, rows.ConvertAll(OpeningRows.RowOf), cancellationToken), cancellationToken);
    }

    public async Task<Result> BookAsync(Guid importId, long version, CancellationToken cancellationToken) => Denied is { } denied ? denied : await booking.BookAsync(contexts, importId, version, cancellationToken);

    public async Task<Result> UndoAsync(Guid importId, long version, string reason, CancellationToken cancellationToken)
    {
        if ((Denied ?? (string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")]) : PlainText.Refuse(reason))) is { } refused)
        {
            return refused;
        }

        return reason.Trim().Length > LongestReason
            ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)])
            : await undoing.UndoAsync(contexts, importId, version, reason.Trim(), await business.TodayAsync(cancellationToken), cancellationToken);
    }

    public async Task<Result> DiscardAsync(Guid importId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var import = await context.Set<OpeningImport>().SingleOrDefaultAsync(i => i.Id == importId, cancellationToken);
        if (import is not { State: OpeningState.Checked })
        {
            return import is null ? OpeningErrors.NotFound : import.State == OpeningState.Discarded ? Result.Success : OpeningErrors.WrongState;
        }

        import.State = OpeningState.Discarded;
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await context.Set<OpeningItem>().Where(i => i.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private async Task<List<OpeningItem>> JudgeAsync(PortalDbContext context, OpeningImport import, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        var reader = new OpeningRowReader(OpeningColumns.Find(OpeningJson.CellsOf(import.Headings)));
        var drafts = rows.Select(reader.Read).ToList();
        var world = await reading.ReadAsync(context, import.CutoverOn, drafts, cancellationToken);
        var items = await Task.Run(() => new OpeningJudge(world).Judge(drafts).Zip(rows, (finding, row) => OpeningRows.ItemOf(import.Id, finding, OpeningJson.Of(row.Cells), clock)).ToList(), cancellationToken);
        import.Rows = items.Count;
        import.Ready = items.Count(item => item.Verdict == OpeningVerdict.Ready);
        import.Known = items.Count(item => item.Verdict == OpeningVerdict.Known);
        import.Wrong = items.Count(item => item.Verdict == OpeningVerdict.Wrong);
        import.CheckedAtUtc = clock.UtcNow();
        return items;
    }

    // The import first: of two at once one is stale and writes no row.
    private static async Task<Result> SaveAsync(PortalDbContext context, Guid importId, IReadOnlyCollection<OpeningItem> items, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var saved = await context.TrySaveAsync(OpeningErrors.IdTaken, cancellationToken);
        if (saved.Succeeded)
        {
            await context.Set<OpeningItem>().Where(i => i.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
            await context.InsertRowsAsync(items, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private static Result<(IReadOnlyList<string> Headings, List<TableRow> Rows)> Read(OpeningFile file)
    {
        var tables = TableReader.Read(file.Content, Limits);
        if (!tables.Succeeded)
        {
            return tables.Error;
        }

        foreach (var table in tables.Value)
        {
            if (OpeningColumns.HeadingsAt(table.Rows) is { } at)
            {
                var rows = table.Rows.Skip(at + 1).ToList();
                return rows.Count == 0 ? TableErrors.Empty : rows.Count > OpeningFile.MaxRows ? TableErrors.TooManyRows(OpeningFile.MaxRows) : (table.Rows[at].Cells, rows);
            }
        }

        return OpeningErrors.NoHeadings;
    }

    private static string NameOf(string? name)
    {
        var last = string.Concat((name ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))).Trim();
        return last.Length == 0 ? "opening" : last.Length <= LongestFileName ? last : last[^LongestFileName..];
    }

    private Error? Denied => actor.Deny(OpeningPermissions.OpeningBook);
}
