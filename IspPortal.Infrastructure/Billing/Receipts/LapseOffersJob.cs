using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Takes back pro formas that nobody paid in time; credit that is there brings the line back at once.</summary>
internal sealed class LapseOffersJob(PortalContextSource source, AccountSettling settling, PrepaidOffers offers, IBusinessClock business, TimeProvider clock) : IPortalJob
{
    private const int MostAtOnce = 500;

    public static string Key => "lapse-offers";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var today = await business.TodayAsync(cancellationToken);
        List<Guid> accounts;
        await using (var reading = source.CreateForSystem(Key))
        {
            accounts = await reading.Set<Invoice>().Where(i => i.Kind == InvoiceKind.ProForma && i.State == InvoiceState.Issued && i.DueOn < today).Select(i => i.BillingAccountId).Distinct()
                .OrderBy(id => id).Take(MostAtOnce).ToListAsync(cancellationToken);
        }

        var lapsed = 0;
        foreach (var accountId in accounts)
        {
            await using var writing = source.CreateForSystem(Key);
            await using var transaction = await writing.Database.BeginTransactionAsync(cancellationToken);
            await writing.LockBillingAccountsAsync([accountId], cancellationToken);
            lapsed += await offers.LapseAsync(writing, accountId, today, cancellationToken);
            await writing.SaveChangesAsync(cancellationToken);
            if ((await settling.UseCreditAsync(writing, accountId, Ids.New(clock), today, cancellationToken)).Succeeded)
            {
                await transaction.CommitAsync(cancellationToken);
            }
        }

        return lapsed > 0 ? JobReport.Done($"{lapsed} pro formas lapsed") : JobReport.Nothing;
    }
}
