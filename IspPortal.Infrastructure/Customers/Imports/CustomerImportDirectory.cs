using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

internal sealed class CustomerImportDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, CustomerImportVault vault) : ICustomerImportDirectory
{
    private const int MostRemembered = 50;

    public async Task<Result<Page<CustomerImportRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var imports = context.Set<CustomerImport>().AsNoTracking();
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            imports = imports.Where(i => i.FileName.ToLower().Contains(text) || i.CreatedBy.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await imports.LongCountAsync(cancellationToken);
        var rows = await imports.OrderByDescending(i => i.CreatedAtUtc).ThenByDescending(i => i.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<CustomerImportRow>.Of(rows.ConvertAll(RowOf), page, count);
    }

    public async Task<Result<CustomerImportDetails>> GetAsync(Guid importId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Set<CustomerImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == importId, cancellationToken);
        if (import is null)
        {
            return CustomerImportErrors.NotFound;
        }

        var counts = await context.Set<CustomerImportLine>().AsNoTracking().Where(l => l.ImportId == importId && l.IsChosen).GroupBy(l => l.ImportId)
            .Select(g => new { Chosen = g.Count(), Left = g.Count(l => l.CustomerId == null), Kept = g.Count(l => l.Verdict == CustomerImportVerdict.Possible) }).FirstOrDefaultAsync(cancellationToken);
        return new CustomerImportDetails(RowOf(import), CustomerImportJson.MappingOf(import), counts?.Chosen ?? import.Made, counts?.Left ?? 0, counts?.Kept ?? 0);
    }

    public async Task<Result<CustomerImportPreview>> PreviewAsync(Guid importId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Set<CustomerImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == importId, cancellationToken);
        var preview = await context.Set<CustomerImportContent>().AsNoTracking().Where(c => c.ImportId == importId).Select(c => c.Preview).FirstOrDefaultAsync(cancellationToken);
        if (import is null || preview is null)
        {
            return import is null ? CustomerImportErrors.NotFound : CustomerImportErrors.ContentGone;
        }

        var sheets = CustomerImportJson.SheetsOf(preview);
        var hashes = sheets.Select(sheet => CustomerImportWriting.HashOf(sheet.Headings)).ToList();
        var chosen = await context.Set<CustomerImport>().AsNoTracking().Where(i => i.Id != importId && i.Mapping != null && hashes.Contains(i.HeadingsHash))
            .OrderByDescending(i => i.CreatedAtUtc).ThenByDescending(i => i.Id).Take(MostRemembered).ToListAsync(cancellationToken);
        var own = CustomerImportJson.MappingOf(import);
        var offered = sheets.Select((sheet, at) =>
            own?.Sheet == at ? own
            : chosen.Find(i => i.HeadingsHash == hashes[at]) is { } before ? CustomerImportJson.MappingOf(before)! with { Sheet = at }
            : new CustomerImportMapping(at, CustomerImportColumns.Guess(sheet.Headings)));
        return new CustomerImportPreview(sheets, [.. offered], chosen.Count > 0);
    }

    public async Task<Result<Page<CustomerImportLineRow>>> ListLinesAsync(Guid importId, CustomerImportLineFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Set<CustomerImport>().AnyAsync(i => i.Id == importId, cancellationToken))
        {
            return CustomerImportErrors.NotFound;
        }

        var lines = Narrow(context.Set<CustomerImportLine>().AsNoTracking().Where(l => l.ImportId == importId), filter);
        foreach (var word in SearchKey.Of(page.SearchOrNull).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            lines = lines.Where(l => l.SearchKey.Contains(word));
        }

        var count = await lines.LongCountAsync(cancellationToken);
        var customers = context.Set<Customer>();
        var rows = await lines.OrderBy(l => l.Number).Skip(page.Skip).Take(page.Take).Select(l => new
        {
            Line = l,
            Other = customers.Where(c => c.Id == l.OtherId).Select(c => c.Number + " " + (c.CompanyName ?? c.Name)).FirstOrDefault(),
            Made = customers.Where(c => c.Id == l.CustomerId).Select(c => c.Number).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return Page<CustomerImportLineRow>.Of(
            [
                .. rows.Select(row => new CustomerImportLineRow(
                    row.Line.Number, row.Line.Name, row.Line.Phone, row.Line.ExternalCode, row.Line.Verdict, row.Line.IsChosen, CustomerImportJson.ProblemsOf(row.Line.Problems), row.Line.Match,
                    row.Line.OtherId, row.Other, row.Line.OtherNumber, row.Line.CustomerId, row.Made)),
            ],
            page,
            count);
    }

    public async Task<Result<CustomerImportProblems>> OpenProblemsAsync(Guid importId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Set<CustomerImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == importId, cancellationToken);
        var content = await context.Set<CustomerImportContent>().AsNoTracking().FirstOrDefaultAsync(c => c.ImportId == importId, cancellationToken);
        if (import is null || content is null)
        {
            return import is null ? CustomerImportErrors.NotFound : CustomerImportErrors.ContentGone;
        }

        if (CustomerImportJson.MappingOf(import) is not { } mapping)
        {
            return CustomerImportErrors.WrongState(import.State);
        }

        var lines = await context.Set<CustomerImportLine>().AsNoTracking().Where(l => l.ImportId == importId && !l.IsChosen && l.CustomerId == null)
            .Select(l => new { Line = l, Other = context.Set<Customer>().Where(c => c.Id == l.OtherId).Select(c => c.Number).FirstOrDefault() })
            .ToDictionaryAsync(l => l.Line.Number, cancellationToken);
        var sheet = vault.Open(content.Rows)[mapping.Sheet];
        // No row of the audit, no file.
        context.AddAudit("import_problems_opened", "customer-import", importId.ToString(), null, null);
        await context.SaveChangesAsync(cancellationToken);
        return new CustomerImportProblems(
            import.FileName,
            sheet.Headings,
            [
                .. from row in sheet.Rows
                   let found = lines.GetValueOrDefault(row.Number)
                   where found is not null
                   select new CustomerImportProblem(row.Cells, found.Line.Verdict, CustomerImportJson.ProblemsOf(found.Line.Problems), found.Line.Match, found.Other, found.Line.OtherNumber),
            ]);
    }

    internal static IQueryable<CustomerImportLine> Narrow(IQueryable<CustomerImportLine> lines, CustomerImportLineFilter filter)
    {
        if (filter.Verdict is { } verdict)
        {
            lines = lines.Where(l => l.Verdict == verdict);
        }

        if (filter.Made is { } made)
        {
            lines = lines.Where(l => (l.CustomerId != null) == made);
        }

        if (filter.Numbers is { } numbers)
        {
            lines = lines.Where(l => numbers.Contains(l.Number));
        }

        return lines;
    }

    private static CustomerImportRow RowOf(CustomerImport i) => new(
        i.Id, i.FileName, i.State, i.Rows, i.New, i.Possible, i.Known, i.Wrong, i.Made, i.CreatedBy, i.CreatedAtUtc, i.StartedBy, i.StartedAtUtc, i.EndedAtUtc, i.ContentErasedAtUtc is null, i.Version);

    private Error? Denied => actor.Deny(CustomersPermissions.CustomersImport);
}
