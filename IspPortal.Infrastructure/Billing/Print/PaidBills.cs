using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Billing.Dunning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>Takes back messages that ask for what is not owed any more: the bill was paid, credited, given up or has lapsed while they waited.</summary>
internal sealed class PaidBills(PortalContextSource source, IMessageOutbox messages)
{
    private const int AtOnce = 500;

    /// <summary>Gives of how many bills.</summary>
    public async Task<int> WithdrawAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(WithdrawPaidBillsJob.Key);
        var open = DunningReading.Open(context).Select(i => i.Id);
        var offers = context.Set<Invoice>().Where(i => i.Kind == InvoiceKind.ProForma && i.State == InvoiceState.Issued).Select(i => i.Id);
        var (issued, offered) = (InvoiceMessages.Issued.Key, InvoiceMessages.Offered.Key);
        var over = await context.Set<Message>().AsNoTracking()
            .Where(m => m.State == MessageState.Waiting && ((m.Event == issued && !open.Contains(m.SubjectId)) || (m.Event == offered && !offers.Contains(m.SubjectId))))
            .OrderBy(m => m.Id).Take(AtOnce).Select(m => new { m.SubjectId, m.Kind }).ToListAsync(cancellationToken);
        var bills = over.GroupBy(m => m.SubjectId, m => m.Kind).ToList();
        foreach (var bill in bills)
        {
            // By their kinds: a copy that somebody asked for goes.
            await messages.DropAsync(bill.Key, [.. bill], cancellationToken);
        }

        return bills.Count;
    }
}
