using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Sends the bills of a run to their customers, each once. What is paid already, by credit, is no reminder; while the portal only observes nothing is queued.</summary>
internal sealed class SendIssuedBills(PortalContextSource source, InvoiceNotices notices) : IEventHandler<BillsIssued>
{
    private const string By = "send-bills";

    public async Task HandleAsync(BillsIssued domainEvent, CancellationToken cancellationToken)
    {
        if (await notices.IsHeldAsync(cancellationToken))
        {
            return;
        }

        await using var context = source.CreateForSystem(By);
        foreach (var notice in await InvoiceNotices.ReadAsync(context, domainEvent.InvoiceIds, cancellationToken))
        {
            var definition = InvoiceMessages.Of(notice.Invoice.Kind, notice.Invoice.Status);
            if (notice.To is null || definition is null || definition == InvoiceMessages.Copy)
            {
                continue;
            }

            var queued = await notices.TellAsync(notice, definition, InvoiceNotices.First, cancellationToken);
            // An address that is none is nobody's address: the others get theirs.
            if (!queued.Succeeded && queued.Error.Kind != ErrorKind.Invalid)
            {
                throw new InvalidOperationException($"Bill {notice.Invoice.Number} could not be queued: {queued.Error}");
            }
        }
    }
}
