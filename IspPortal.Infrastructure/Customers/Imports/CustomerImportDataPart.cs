using System.Linq.Expressions;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>What uploaded files hold about a person: the row that it was made of, and rows that were taken for it.</summary>
internal sealed class CustomerImportDataPart(CustomerImportVault vault) : ICustomerDataPart
{
    /// <summary>Stands where a name stood.</summary>
    private const string Erased = "—";

    public string Name => "imports";

    public async Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken)
    {
        var held = new List<object>();
        // What was uploaded before a name transfer is about somebody else.
        var span = await OwnedSpan.OfPresentAsync(context, customerId, cancellationToken);
        foreach (var (import, lines) in (await LinesOfAsync(context, l => l.CustomerId == customerId || l.OtherId == customerId, cancellationToken)).Where(of => span.Holds(of.Import.CreatedAtUtc)))
        {
            var rows = await RowsOfAsync(context, import, cancellationToken);
            held.AddRange(lines.Select(line => new
            {
                import.FileName,
                UploadedAtUtc = import.CreatedAtUtc,
                Line = line.Number,
                WasMadeOfIt = line.CustomerId == customerId,
                Cells = rows?.GetValueOrDefault(line.Number)?.Cells,
            }));
        }

        return held.Count == 0 ? null : held;
    }

    public Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        EraseAsync(context, l => l.CustomerId == customerId || l.OtherId == customerId, cancellationToken);

    /// <summary>The rows that are the former owner for certain go at once: the customer has what was in them, and nothing asks for them again.</summary>
    public Task HandOverAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        EraseAsync(context, l => l.CustomerId == owner.CustomerId || (l.OtherId == owner.CustomerId && l.Verdict == CustomerImportVerdict.Known), cancellationToken);

    private async Task EraseAsync(PortalDbContext context, Expression<Func<CustomerImportLine, bool>> which, CancellationToken cancellationToken)
    {
        foreach (var (import, lines) in await LinesOfAsync(context, which, cancellationToken))
        {
            var numbers = lines.Select(line => line.Number).ToHashSet();
            if (await context.Set<CustomerImportContent>().FirstOrDefaultAsync(c => c.ImportId == import.Id, cancellationToken) is { } content)
            {
                var sheet = CustomerImportJson.MappingOf(import)?.Sheet ?? 0;
                IReadOnlyList<ImportedSheet> sheets = [.. vault.Open(content.Rows).Select((s, at) => at != sheet ? s : s with { Rows = [.. s.Rows.Select(row => numbers.Contains(row.Number) ? new TableRow(row.Number, []) : row)] })];
                (content.Rows, content.Preview) = (vault.Pack(sheets), CustomerImportVault.PreviewOf(sheets));
            }

            foreach (var line in lines)
            {
                (line.Name, line.Phone, line.ExternalCode, line.SearchKey, line.IsChosen) = (Erased, null, null, Erased, line.CustomerId is not null && line.IsChosen);
            }
        }
    }

    private static async Task<List<(CustomerImport Import, List<CustomerImportLine> Lines)>> LinesOfAsync(
        PortalDbContext context, Expression<Func<CustomerImportLine, bool>> which, CancellationToken cancellationToken)
    {
        var lines = await context.Set<CustomerImportLine>().Where(which).ToListAsync(cancellationToken);
        var ids = lines.Select(line => line.ImportId).Distinct().ToList();
        var imports = ids.Count == 0 ? [] : await context.Set<CustomerImport>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancellationToken);
        return imports.ConvertAll(import => (import, lines.FindAll(line => line.ImportId == import.Id)));
    }

    private async Task<Dictionary<int, TableRow>?> RowsOfAsync(PortalDbContext context, CustomerImport import, CancellationToken cancellationToken) =>
        await context.Set<CustomerImportContent>().AsNoTracking().FirstOrDefaultAsync(c => c.ImportId == import.Id, cancellationToken) is { } content && CustomerImportJson.MappingOf(import) is { } mapping
            ? vault.Open(content.Rows)[mapping.Sheet].Rows.ToDictionary(row => row.Number)
            : null;
}
