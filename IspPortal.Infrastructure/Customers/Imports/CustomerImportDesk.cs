using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Tables;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

internal sealed class CustomerImportDesk(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, CustomerImportVault vault, CustomerImportChecker checker, IBusinessClock business, TimeProvider clock) : ICustomerImportDesk
{
    private const int LongestFileName = 200;

    private static readonly TableLimits Limits = new(CustomerImportFile.MaxMegabytes, CustomerImportFile.MaxRows);

    public async Task<Result<Guid>> UploadAsync(Guid importId, CustomerImportFile file, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        // Not on the caller's thread: it may be that of a page, which would stand still meanwhile.
        var read = await Task.Run(() => Read(file), cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var name = NameOf(file.Name);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.Set<CustomerImport>().AsNoTracking().Where(i => i.Id == importId).Select(i => i.FileName).FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return known == name ? importId : CustomerImportErrors.IdTaken;
        }

        var (sheets, packed) = read.Value;
        context.Add(new CustomerImport
        {
            Id = importId,
            FileName = name,
            HeadingsHash = CustomerImportWriting.HashOf(sheets[0].Headings),
            Rows = sheets.Max(sheet => sheet.Rows.Count),
            CreatedBy = actor.Actor.Name,
            CreatedAtUtc = clock.UtcNow(),
            TouchedAtUtc = clock.UtcNow(),
        });
        context.Add(new CustomerImportContent { ImportId = importId, Rows = packed, Preview = CustomerImportVault.PreviewOf(sheets) });
        var saved = await context.TrySaveAsync(CustomerImportErrors.IdTaken, cancellationToken);
        return saved.Succeeded ? importId : saved.Error;
    }

    public async Task<Result> CheckAsync(Guid importId, long version, CustomerImportMapping mapping, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, importId, version, [CustomerImportState.Uploaded, CustomerImportState.Checked], cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var content = await context.Set<CustomerImportContent>().AsNoTracking().FirstOrDefaultAsync(c => c.ImportId == importId, cancellationToken);
        if (content is null)
        {
            return CustomerImportErrors.ContentGone;
        }

        if (CustomerImportMappingRules.Judge(mapping, CustomerImportJson.SheetsOf(content.Preview)).ToList() is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid(wrong);
        }

        var today = await business.TodayAsync(cancellationToken);
        var (lines, headings) = await Task.Run(() => checker.CheckAsync(importId, content, mapping, today, cancellationToken), cancellationToken);
        var import = found.Value;
        import.State = CustomerImportState.Checked;
        import.Mapping = JsonSerializer.Serialize(mapping, CustomerImportJson.Options);
        import.HeadingsHash = CustomerImportWriting.HashOf(headings);
        import.Rows = lines.Count;
        import.New = lines.Count(line => line.Verdict == CustomerImportVerdict.New);
        import.Possible = lines.Count(line => line.Verdict == CustomerImportVerdict.Possible);
        import.Known = lines.Count(line => line.Verdict == CustomerImportVerdict.Known);
        import.Wrong = lines.Count(line => line.Verdict == CustomerImportVerdict.Wrong);
        import.TouchedAtUtc = clock.UtcNow();
        // The import first: of two checks at once one is stale and writes no row.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            await context.Set<CustomerImportLine>().Where(l => l.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
            await context.InsertRowsAsync(lines, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    public async Task<Result<int>> ChooseAsync(Guid importId, CustomerImportLineFilter filter, bool chosen, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, importId, null, [CustomerImportState.Checked, CustomerImportState.Stopped], cancellationToken);
        return found.Succeeded
            ? await CustomerImportDirectory.Narrow(context.Set<CustomerImportLine>().Where(l => l.ImportId == importId), filter)
                .Where(l => l.Verdict == CustomerImportVerdict.Possible && l.CustomerId == null && l.IsChosen != chosen)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.IsChosen, chosen), cancellationToken)
            : found.Error;
    }

    public async Task<Result> StartAsync(Guid importId, long version, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, importId, version, [CustomerImportState.Checked, CustomerImportState.Stopped], cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var import = found.Value;
        if (import.ContentErasedAtUtc is not null)
        {
            return CustomerImportErrors.ContentGone;
        }

        if (!await context.Set<CustomerImportLine>().AnyAsync(l => l.ImportId == importId && l.IsChosen && l.CustomerId == null, cancellationToken))
        {
            return CustomerImportErrors.NothingToImport;
        }

        (import.State, import.StartedAtUtc, import.EndedAtUtc, import.TouchedAtUtc) = (CustomerImportState.Running, import.StartedAtUtc ?? clock.UtcNow(), null, clock.UtcNow());
        (import.StartedByKind, import.StartedById, import.StartedBy, import.StartedFrom) = (actor.Actor.Kind, actor.Actor.Id, actor.Actor.Name, actor.Actor.Address);
        return await context.TrySaveAsync(null, cancellationToken);
    }

    public Task<Result> StopAsync(Guid importId, CancellationToken cancellationToken) =>
        EndAsync(importId, CustomerImportState.Stopped, [CustomerImportState.Running, CustomerImportState.Stopped], cancellationToken);

    public Task<Result> DiscardAsync(Guid importId, CancellationToken cancellationToken) => EndAsync(
        importId, CustomerImportState.Discarded, [CustomerImportState.Uploaded, CustomerImportState.Checked, CustomerImportState.Stopped, CustomerImportState.Discarded], cancellationToken);

    private Result<(List<ImportedSheet> Sheets, byte[] Packed)> Read(CustomerImportFile file)
    {
        var tables = TableReader.Read(file.Content, Limits);
        if (!tables.Succeeded)
        {
            return tables.Error;
        }

        var sheets = CustomerImportWriting.SheetsOf(tables.Value);
        return sheets.Count == 0 ? TableErrors.Empty
            : sheets.Exists(sheet => sheet.Rows.Count > CustomerImportFile.MaxRows) ? TableErrors.TooManyRows(CustomerImportFile.MaxRows)
            : (sheets, vault.Pack(sheets));
    }

    private static string NameOf(string? name)
    {
        var last = string.Concat((name ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))).Trim();
        return last.Length == 0 ? "customers" : last.Length <= LongestFileName ? last : last[^LongestFileName..];
    }

    private async Task<Result> EndAsync(Guid importId, CustomerImportState state, CustomerImportState[] from, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, importId, null, from, cancellationToken);
        if (!found.Succeeded || found.Value.State == state)
        {
            return found.Succeeded ? Result.Success : found.Error;
        }

        var import = found.Value;
        (import.State, import.EndedAtUtc, import.TouchedAtUtc) = (state, clock.UtcNow(), clock.UtcNow());
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (state == CustomerImportState.Discarded)
        {
            import.ContentErasedAtUtc ??= clock.UtcNow();
        }

        var saved = await context.TrySaveAsync(null, cancellationToken);
        if (saved.Succeeded)
        {
            if (state == CustomerImportState.Discarded)
            {
                await CustomerImportSweeper.EraseContentAsync(context, importId, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private static async Task<Result<CustomerImport>> FindAsync(PortalDbContext context, Guid importId, long? version, CustomerImportState[] states, CancellationToken cancellationToken)
    {
        var import = await context.Set<CustomerImport>().FirstOrDefaultAsync(i => i.Id == importId, cancellationToken);
        return import is null ? CustomerImportErrors.NotFound
            : !states.Contains(import.State) ? CustomerImportErrors.WrongState(import.State)
            : version is { } seen && import.Version != seen ? CommonErrors.VersionConflict
            : import;
    }

    private Error? Denied => actor.Deny(CustomersPermissions.CustomersImport);
}
