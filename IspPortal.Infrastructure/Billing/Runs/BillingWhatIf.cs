using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Goes through all accounts as the preview of a run does, with facts that are changed as is assumed, and keeps nothing.</summary>
internal sealed class BillingWhatIf(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, BillingFacts facts, IBusinessClock business) : IBillingWhatIf
{
    private const int MostRows = 500;

    // All lines of the portal are read: two at once would take the time of everybody else.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public async Task<Result<WhatIfResult>> ComputeAsync(WhatIfRequest request, IProgress<(int Done, int Of)>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((actor.Deny(BillingPermissions.BillingRun) ?? new WhatIfRequestValidator().Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        if (Math.Abs(request.ThroughOn.DayNumber - (await business.TodayAsync(cancellationToken)).DayNumber) > BillingRuns.FarthestDays)
        {
            return BillingErrors.DayTooFar(BillingRuns.FarthestDays);
        }

        if (!await Turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return BillingErrors.WhatIfBusy;
        }

        try
        {
            return await WalkAsync(request, progress, cancellationToken);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<WhatIfResult> WalkAsync(WhatIfRequest request, IProgress<(int Done, int Of)>? progress, CancellationToken cancellationToken)
    {
        var assumptions = new Assumptions(request);
        var (assumed, plain) = (new WhatIfSums(0, 0, Money.Zero, Money.Zero), new WhatIfSums(0, 0, Money.Zero, Money.Zero));
        var (before, failed, done) = (Money.Zero, 0, 0);
        var unusual = new Dictionary<UnusualBill, int>();
        var rows = new List<WhatIfRow>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await BillingRunner.AccountsOf(context).CountAsync(cancellationToken);
        for (var ids = await BillingRunner.NextAccountsAsync(context, Guid.Empty, cancellationToken); ids.Count > 0; ids = await BillingRunner.NextAccountsAsync(context, ids[^1], cancellationToken))
        {
            var numbers = await context.Set<BillingAccount>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellationToken);
            foreach (var account in await facts.ReadAsync(context, ids, request.ThroughOn, cancellationToken))
            {
                var (now, usual) = (Of(assumptions.Apply(account), request.ThroughOn, assumptions.Taxes), request.Assumes ? Of(account, request.ThroughOn, TaxTable.Indonesia) : default);
                usual = request.Assumes ? usual : now;
                if (now is { Lines: 0, Fails: false } && usual is { Lines: 0, Fails: false } && account.Before is null)
                {
                    continue;
                }

                (assumed, plain) = (Add(assumed, now), Add(plain, usual));
                before += account.Before ?? Money.Zero;
                failed += now.Fails ? 1 : 0;
                var what = now.Fails ? UnusualBill.Failed : UnusualBills.Of(now.Lines == 0 ? null : now.Base, account.Before);
                unusual[what] = unusual.GetValueOrDefault(what) + 1;
                rows.Add(new WhatIfRow(account.Facts.AccountId, numbers[account.Facts.AccountId], account.CustomerId, account.BuyerName, now.Lines, now.Base, now.Base + now.Tax, usual.Base, account.Before, what));
            }

            rows = Foremost(rows);
            progress?.Report((done += ids.Count, all));
        }

        return new WhatIfResult(request.ThroughOn, assumed, plain, before, failed, unusual, rows);
    }

    private static List<WhatIfRow> Foremost(IEnumerable<WhatIfRow> rows) =>
        [.. rows.OrderBy(row => row.Unusual).ThenByDescending(row => Math.Abs((row.Base - row.Plain).Minor)).ThenByDescending(row => Math.Abs((row.Base - (row.Before ?? Money.Zero)).Minor)).ThenBy(row => row.AccountNumber, StringComparer.Ordinal).Take(MostRows)];

    private static WhatIfSums Add(WhatIfSums sums, (int Lines, Money Base, Money Tax, bool Fails) bill) =>
        new(sums.Accounts + (bill.Lines > 0 ? 1 : 0), sums.Lines + bill.Lines, sums.Base + bill.Base, sums.Tax + bill.Tax);

    private static (int Lines, Money Base, Money Tax, bool Fails) Of(AccountFacts account, DateOnly throughOn, TaxTable table)
    {
        try
        {
            IReadOnlyList<BillLine> lines = BillMaker.LinesOf(account, throughOn);
            var tax = InvoiceTax.Calculate(lines, table, throughOn, account.Tax);
            // As a run shows it: what the lines come to, which with prices that have the tax in them is not the base.
            return (lines.Count, lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount), tax.Total - lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount), false);
        }
        catch (ArgumentException)
        {
            return (0, Money.Zero, Money.Zero, true);
        }
    }
}
