using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Invoices;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Bills fees for paying late and for coming back, each as a debit note, each once: the claim of its key decides.</summary>
internal sealed class LateFees(PortalContextSource source, BillingFacts facts, BillMaker maker, BillWriter writer, DunningReading reading, ISettingsReader<DunningSettings> settings, DunningClock clock)
{
    public const string By = "late-fees";
    private const string Prefix = "late-fee:";

    /// <summary>The key of a fee on a bill.</summary>
    public static string KeyOf(Guid invoiceId, string step) => $"{Prefix}{invoiceId:N}:{step}";

    /// <summary>The fees that are due on the bills of these accounts.</summary>
    public static async Task<IReadOnlyList<(LateAccount Account, OpenBill Bill, LateFeeDue Fee)>> DueAsync(PortalDbContext context, IReadOnlyList<LateAccount> accounts, DunningPolicy policy, CancellationToken cancellationToken)
    {
        var late = policy.LateFee.Steps.Count == 0 ? [] : accounts.Where(account => account.Decision.DaysLate > 0 && account.Facts is { IsBehindOutage: false, HasInstalments: false }).ToList();
        if (late.Count == 0)
        {
            return [];
        }

        var charged = await ChargedAsync(context, late.ConvertAll(account => account.Id), cancellationToken);
        // Fees have no fees.
        return
        [
            .. from account in late
               from bill in account.Bills
               where bill.Kind == InvoiceKind.Invoice
               let fee = LateFeeRule.Due(new OpenInvoice(bill.Id, bill.DueOn, Money.Idr(bill.OutstandingMinor)), account.Facts.Today, policy.LateFee, charged.GetValueOrDefault(bill.Id) ?? [])
               where fee is not null
               select (account, bill, fee),
        ];
    }

    /// <summary>Bills what an account is due; gives how many fees. Looked at anew under the account's lock, so that a payment or a waiver in between counts.</summary>
    public async Task<int> ChargeAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        var current = await settings.GetAsync(cancellationToken);
        await using var context = source.CreateForSystem(By);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.LockBillingAccountsAsync([accountId], cancellationToken);
        var due = await DueAsync(context, await reading.ReadAsync(context, [accountId], today, current.Policy, cancellationToken), current.Policy, cancellationToken);
        foreach (var (_, bill, fee) in due)
        {
            if (!(await WriteAsync(context, accountId, ChargeKind.LateFee, KeyOf(bill.Id, fee.Step), bill.Number, fee.Amount, current.FeeTaxCode, bill.Id, today, cancellationToken)).Succeeded)
            {
                return 0;
            }

            context.Tell(accountId, today, clock.Clock, DunningEntryKind.LateFee, $"{fee.Step} {bill.Number}", fee.Amount.Minor);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    /// <summary>Bills coming back from an isolir once, in the caller's transaction; gives what it came to.</summary>
    public async Task<Money> ChargeReconnectAsync(PortalDbContext context, Guid accountId, Guid runId, string runNumber, DateOnly today, CancellationToken cancellationToken)
    {
        var current = await settings.GetAsync(cancellationToken);
        var key = $"reconnect:{runId:N}";
        var fee = Money.Idr(current.ReconnectFee);
        if (fee.IsZero || await context.Set<ChargeClaim>().AnyAsync(c => c.OwnerId == accountId && c.ChargeKey == key, cancellationToken))
        {
            return Money.Zero;
        }

        var written = await WriteAsync(context, accountId, ChargeKind.Reconnect, key, runNumber, fee, current.FeeTaxCode, null, today, cancellationToken);
        return written.Succeeded ? fee : throw new InvalidOperationException($"The fee of coming back of {accountId} could not be billed: {written.Error}");
    }

    private async Task<Result> WriteAsync(
        PortalDbContext context, Guid accountId, ChargeKind kind, string key, string text, Money amount, string taxCode, Guid? basedOn, DateOnly today, CancellationToken cancellationToken)
    {
        var account = (await facts.ReadAsync(context, [accountId], today, cancellationToken)).Single();
        var line = new BillLine { Kind = kind, Text = text, UnitPrice = amount, Amount = amount, Rule = BillRule.Once, SourceId = basedOn, TaxCode = taxCode, ChargeKey = key };
        var bill = maker.Make(account, InvoiceKind.DebitNote, [line], today, null, basedOn, context.Actor.Name);
        return await writer.WriteAsync(context, [bill], new Dictionary<Guid, Money> { [accountId] = account.Credit }, today, cancellationToken);
    }

    // What was billed or waived, by bill and step.
    private static async Task<Dictionary<Guid, Dictionary<string, Money>>> ChargedAsync(PortalDbContext context, List<Guid> accountIds, CancellationToken cancellationToken)
    {
        var claims = await (
            from c in context.Set<ChargeClaim>()
            join l in context.Set<InvoiceLine>() on new { c.InvoiceId, No = c.LineNo } equals new { l.InvoiceId, l.No }
            where accountIds.Contains(c.OwnerId) && c.ChargeKey.StartsWith(Prefix)
            select new { c.ChargeKey, l.AmountMinor }).ToListAsync(cancellationToken);
        var waived = await context.Set<LateFeeWaiver>().AsNoTracking().Where(w => accountIds.Contains(w.BillingAccountId)).Select(w => new { w.InvoiceId, w.Step, w.AmountMinor }).ToListAsync(cancellationToken);
        return claims.Select(c => c.ChargeKey.Split(':')).Zip(claims, (parts, c) => (Bill: Guid.ParseExact(parts[1], "N"), Step: parts[2], c.AmountMinor))
            .Concat(waived.Select(w => (Bill: w.InvoiceId, w.Step, w.AmountMinor)))
            .GroupBy(some => some.Bill).ToDictionary(some => some.Key, some => some.GroupBy(s => s.Step, StringComparer.Ordinal).ToDictionary(s => s.Key, s => Money.Idr(s.Sum(one => one.AmountMinor)), StringComparer.Ordinal));
    }
}
