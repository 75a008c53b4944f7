using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

internal sealed class InvoicePapers(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, InvoicePaperMaker maker) : IInvoicePapers
{
    public async Task<Result<InvoicePaper>> GetAsync(Guid invoiceId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await maker.MakeAsync(context, invoiceId, cancellationToken) is { } paper ? paper : InvoiceErrors.NotFound;
    }
}
