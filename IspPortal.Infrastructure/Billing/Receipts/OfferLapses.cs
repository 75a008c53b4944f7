using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Takes back pro formas whose day is over, account by account.</summary>
internal sealed class OfferLapses(PortalContextSource source, AccountSettling settling, PrepaidOffers offers, ObserveSwitch observing, IBusinessClock business, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    /// <summary>Gives how many lapsed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Nothing lapses and nothing is paid out of credit while the portal only looks.
        if (await observing.IsOnAsync(cancellationToken))
        {
            return 0;
        }

        var today = await business.TodayAsync(cancellationToken);
        List<Guid> accounts;
        await using (var reading = source.CreateForSystem(LapseOffersJob.Key))
        {
            accounts = await reading.Set<Invoice>().Where(i => i.Kind == InvoiceKind.ProForma && i.State == InvoiceState.Issued && i.DueOn < today).Select(i => i.BillingAccountId).Distinct()
                .OrderBy(id => id).Take(MostAtOnce).ToListAsync(cancellationToken);
        }

        var lapsed = 0;
        foreach (var accountId in accounts)
        {
            await using var writing = source.CreateForSystem(LapseOffersJob.Key);
            await using var transaction = await writing.Database.BeginTransactionAsync(cancellationToken);
            await writing.LockBillingAccountsAsync([accountId], cancellationToken);
            var count = await offers.LapseAsync(writing, accountId, today, cancellationToken);
            await writing.SaveChangesAsync(cancellationToken);
            if ((await settling.UseCreditAsync(writing, accountId, Ids.New(clock), today, cancellationToken)).Succeeded)
            {
                await transaction.CommitAsync(cancellationToken);
                lapsed += count;
            }
        }

        return lapsed;
    }
}
