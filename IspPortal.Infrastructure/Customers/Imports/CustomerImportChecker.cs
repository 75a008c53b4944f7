using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>Judges every row of a file; reads only.</summary>
internal sealed class CustomerImportChecker(IDbContextFactory<PortalDbContext> contexts, CustomerImportVault vault, CustomerImportCandidates candidates)
{
    private const int RowsAtOnce = 500;

    public async Task<(List<CustomerImportLine> Lines, IReadOnlyList<string> Headings)> CheckAsync(
        Guid importId, CustomerImportContent content, CustomerImportMapping mapping, DateOnly today, CancellationToken cancellationToken)
    {
        var sheet = vault.Open(content.Rows)[mapping.Sheet];
        var reader = new CustomerRowReader(mapping, today);
        var judge = new CustomerImportJudge();
        var lines = new List<CustomerImportLine>(sheet.Rows.Count);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var rows in sheet.Rows.Chunk(RowsAtOnce))
        {
            var drafts = Array.ConvertAll(rows, reader.Read);
            judge.Learn(await candidates.FindAllAsync(context, Array.FindAll(drafts, draft => draft.Wrong.Count == 0), cancellationToken));
            lines.AddRange(drafts.Select(draft => CustomerImportWriting.LineOf(
                importId, draft, draft.Wrong.Count > 0 ? new CustomerImportFinding(CustomerImportVerdict.Wrong) : judge.Judge(draft, candidates.HashOf(draft)))));
        }

        return (lines, sheet.Headings);
    }
}
