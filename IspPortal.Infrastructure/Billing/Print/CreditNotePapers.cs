using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

internal sealed class CreditNotePapers(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, CreditNotePaperMaker maker) : ICreditNotePapers
{
    public async Task<Result<CreditNotePaper>> GetAsync(Guid creditNoteId, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await maker.MakeAsync(context, creditNoteId, cancellationToken) is { } paper ? paper : CorrectionErrors.CreditNoteNotFound;
    }
}
