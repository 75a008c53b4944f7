using System.Globalization;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

internal sealed class InvoiceSending(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, InvoiceNotices notices) : IInvoiceSending
{
    /// <summary>Nobody is sent one bill more often.</summary>
    private const int MostTimes = 20;

    public async Task<Result> SendAsync(Guid invoiceId, bool again, CancellationToken cancellationToken)
    {
        if (actor.Deny(InvoicePermissions.InvoicesSend) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await InvoiceNotices.ReadAsync(context, [invoiceId], cancellationToken) is not [var notice])
        {
            return InvoiceErrors.NotFound;
        }

        if (InvoiceMessages.Of(notice.Invoice.Kind, notice.Invoice.Status) is not { } definition)
        {
            return InvoiceErrors.NotIssued;
        }

        if (notice.To is null)
        {
            return InvoiceErrors.NobodyToSendTo;
        }

        if (await notices.IsHeldAsync(cancellationToken))
        {
            return InvoiceErrors.Observed;
        }

        for (var time = 1; time <= (again ? MostTimes : 1); time++)
        {
            var kind = time == 1 ? InvoiceNotices.First : string.Create(CultureInfo.InvariantCulture, $"{InvoiceNotices.First}-{time}");
            var queued = await notices.TellAsync(notice, definition, kind, cancellationToken);
            if (!queued.Succeeded)
            {
                return queued.Error.Kind == ErrorKind.Invalid ? InvoiceErrors.NobodyToSendTo : queued.Error;
            }

            if (queued.Value > 0)
            {
                return Result.Success;
            }
        }

        return InvoiceErrors.AlreadySent;
    }
}
