using System.Linq.Expressions;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Corrections;

internal sealed class CreditNoteDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ICreditNoteDirectory
{
    private static readonly Expression<Func<CreditNote, CreditNoteRow>> ToRow = n => new CreditNoteRow(
        n.Id, n.Number, n.InvoiceId, n.InvoiceNumber, n.BillingAccountId, n.CustomerId, n.BuyerName, n.IssuedOn, n.Reason, Money.Idr(n.BaseMinor), Money.Idr(n.TaxMinor), Money.Idr(n.TotalMinor),
        Money.Idr(n.ToCreditMinor), n.CreatedBy);

    public async Task<Result<Page<CreditNoteRow>>> ListAsync(CreditNoteFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = context.Set<CreditNote>().AsNoTracking();
        notes = filter.InvoiceId is { } invoice ? notes.Where(n => n.InvoiceId == invoice) : notes;
        notes = filter.BillingAccountId is { } account ? notes.Where(n => n.BillingAccountId == account) : notes;
        notes = filter.From is { } from ? notes.Where(n => n.IssuedOn >= from) : notes;
        notes = filter.To is { } to ? notes.Where(n => n.IssuedOn <= to) : notes;
        if (SearchKey.Of(page.SearchOrNull) is { Length: > 0 } text)
        {
            var number = text.ToUpperInvariant();
            notes = notes.Where(n => n.Number.StartsWith(number) || n.InvoiceNumber.StartsWith(number) || n.SearchKey.StartsWith(text));
        }

        var rows = await notes.OrderByDescending(n => n.IssuedOn).ThenByDescending(n => n.Id).Skip(page.Skip).Take(page.Take).Select(ToRow).ToListAsync(cancellationToken);
        return Page<CreditNoteRow>.Of(rows, page, await notes.LongCountAsync(cancellationToken));
    }

    public async Task<Result<CreditNoteDetails>> GetAsync(Guid creditNoteId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await GetAsync(context, creditNoteId, cancellationToken);
    }

    internal static async Task<Result<CreditNoteDetails>> GetAsync(PortalDbContext context, Guid creditNoteId, CancellationToken cancellationToken)
    {
        var note = await context.Set<CreditNote>().AsNoTracking().Include(n => n.Lines).SingleOrDefaultAsync(n => n.Id == creditNoteId, cancellationToken);
        return note is null
            ? CorrectionErrors.CreditNoteNotFound
            : new CreditNoteDetails(ToRow.Compile()(note), Money.Idr(note.WithheldMinor), [.. note.Lines.OrderBy(l => l.No).Select(l => new CreditNoteLineRow(l.No, l.Text, l.SubscriptionNumber, Money.Idr(l.AmountMinor)))]);
    }
}
