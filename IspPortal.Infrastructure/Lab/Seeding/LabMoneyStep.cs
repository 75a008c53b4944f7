using System.Collections.Frozen;
using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// Gives a new lab its past months' bills and what customers paid of them, by the same runs and the same receipts as everybody's: most pay in time, some late, some a part, some nothing. Once: not where
/// anybody has billed anything.
/// </summary>
internal sealed partial class LabMoneyStep(
    IEnumerable<LabBooks> books, SampleIsp sample, IServiceScopeFactory scopes, PortalContextSource source, BusinessZone zone, IBusinessClock business, TimeProvider clock, ILogger<LabMoneyStep> logger) : BackgroundService
{
    private const string By = "lab-money";

    // Of twenty customers who get bills, in the order of their accounts.
    private const int Habits = 20;
    private const int PaysInTime = 15;
    private const int PaysLate = 17;
    private const int PaysAPart = 18;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly Actor Clerk = Actor.System(By) with { Permissions = FrozenSet.ToFrozenSet<string>([BillingPermissions.BillingRead, BillingPermissions.BillingRun, BillingPermissions.BillingApprove, BillingPermissions.BillingOverride, ReceiptPermissions.ReceiptsBook]) };

    /// <summary>Bills and takes in the past months; gives how many bills and receipts were written.</summary>
    public async Task<(int Bills, int Receipts)> WriteAsync(CancellationToken cancellationToken)
    {
        var months = books.FirstOrDefault()?.Months ?? 0;
        if (months == 0 || sample.Routers.Count * sample.Profile.SubscribersPerRouter > LabRoutersStep.MostLines || await HasBilledAsync(cancellationToken))
        {
            return (0, 0);
        }

        var today = await business.TodayAsync(cancellationToken);
        var written = (Bills: 0, Receipts: 0);
        for (var ago = months - 1; ago >= 0; ago--)
        {
            var run = await BillAsync(new DateOnly(today.Year, today.Month, 1).AddMonths(-ago), cancellationToken);
            written = (written.Bills + run.Billed, written.Receipts + await TakeInAsync(run.Id, today, cancellationToken));
        }

        return written;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var start = clock.GetTimestamp();
            var (bills, receipts) = await WriteAsync(stoppingToken);
            if (bills > 0)
            {
                Written(logger, bills, receipts, clock.GetElapsedTime(start).TotalSeconds);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A lab without money is still a lab.
            logger.LogError(exception, "The lab's bills could not be written");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote {Bills} bills and {Receipts} receipts of the past months in {Seconds:0.0} s")]
    private static partial void Written(ILogger logger, int bills, int receipts, double seconds);

    private static T Done<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException($"The lab's bills: {result.Error}");

    private async Task<bool> HasBilledAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        return await context.Set<BillingRun>().AnyAsync(cancellationToken) || await context.Set<Invoice>().AnyAsync(cancellationToken);
    }

    private async Task<BillingRunRow> BillAsync(DateOnly on, CancellationToken cancellationToken)
    {
        await using var scope = Enter();
        var (runs, runner, id) = (scope.ServiceProvider.GetRequiredService<IBillingRuns>(), scope.ServiceProvider.GetRequiredService<BillingRunner>(), Ids.New(clock));
        if ((await runs.PrepareAsync(id, on, observe: false, cancellationToken)).Error is { } unprepared)
        {
            throw new InvalidOperationException($"The lab's bills: {unprepared}");
        }

        var run = await UntilAsync(runs, runner, id, BillingRunState.Waiting, cancellationToken);
        if ((await runs.ApproveAsync(id, run.Version, "Lab", cancellationToken)).Error is { } refused)
        {
            throw new InvalidOperationException($"The lab's bills: {refused}");
        }

        return await UntilAsync(runs, runner, id, BillingRunState.Done, cancellationToken);
    }

    // The portal's own job may be at it already.
    private static async Task<BillingRunRow> UntilAsync(IBillingRuns runs, BillingRunner runner, Guid id, BillingRunState state, CancellationToken cancellationToken)
    {
        while (true)
        {
            await runner.RunAsync(cancellationToken);
            var run = Done(await runs.GetAsync(id, cancellationToken));
            if (run.State == state)
            {
                return run;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<int> TakeInAsync(Guid runId, DateOnly today, CancellationToken cancellationToken)
    {
        List<(Guid Id, Guid AccountId, DateOnly IssuedOn, DateOnly DueOn, long Minor)> bills;
        Dictionary<Guid, int> habits;
        await using (var context = source.CreateForSystem(By))
        {
            bills = (await context.Set<Invoice>().AsNoTracking().Where(i => i.RunId == runId && i.Kind == InvoiceKind.Invoice && i.State == InvoiceState.Issued).OrderBy(i => i.Number).ToListAsync(cancellationToken))
                .ConvertAll(i => (i.Id, i.BillingAccountId, i.IssuedOn!.Value, i.DueOn!.Value, i.OutstandingMinor));
            var billed = context.Set<Invoice>().Select(i => i.BillingAccountId);
            habits = (await context.Set<BillingAccount>().AsNoTracking().Where(a => billed.Contains(a.Id)).OrderBy(a => a.Number).Select(a => a.Id).ToListAsync(cancellationToken)).Index().ToDictionary(a => a.Item, a => a.Index);
        }

        await using var scope = Enter();
        var (book, business) = (scope.ServiceProvider.GetRequiredService<IReceiptBook>(), await zone.GetAsync(cancellationToken));
        var places = Done(await book.PlacesAsync(cancellationToken));
        var booked = 0;
        foreach (var bill in bills.Where(b => b.Minor > 0))
        {
            var at = habits[bill.AccountId];
            (DateOnly? PaidOn, long Amount) paid = (at % Habits) switch
            {
                < PaysInTime => (bill.IssuedOn.AddDays(1 + (at % 9)), bill.Minor),
                < PaysLate => (bill.DueOn.AddDays(2 + (at % 11)), bill.Minor),
                < PaysAPart => (bill.DueOn.AddDays(1), bill.Minor / 2),
                _ => (null, 0),
            };
            if (paid is not { PaidOn: { } day, Amount: > 0 and var amount } || day >= today)
            {
                continue;
            }

            var part = at % 3 == 0 ? new MoneyPart(PaymentMethod.Cash, places.Cash[0], Money.Idr(amount)) : new MoneyPart(PaymentMethod.BankTransfer, places.Bank[0], Money.Idr(amount));
            var paidAt = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(8 + (at % 9), at % 60)), business);
            Done(await book.BookAsync(new BookReceiptRequest($"lab-{bill.Id:N}", paidAt, [part], [new ReceiptPayer(bill.AccountId, Money.Idr(amount))]), cancellationToken));
            booked++;
        }

        return booked;
    }

    private AsyncServiceScope Enter()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IActorScope>().Enter(Clerk);
        return scope;
    }
}
