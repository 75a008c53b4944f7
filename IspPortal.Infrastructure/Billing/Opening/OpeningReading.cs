using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>Reads what rows are judged by, each table once whatever the file's length.</summary>
internal sealed class OpeningReading(ISettingsReader<ReceiptSettings> receipts)
{
    private const int NumbersAtOnce = 500;

    private static readonly string[] Prefixes =
    [
        Invoice.NumberPrefix, Invoice.ProFormaPrefix, Invoice.DebitNotePrefix, CreditNote.NumberPrefix, Receipt.NumberPrefix, Customer.NumberPrefix, BillingAccount.NumberPrefix, Subscription.NumberPrefix,
        BillingRun.NumberPrefix, IsolirRun.NumberPrefix,
    ];

    public async Task<OpeningWorld> ReadAsync(PortalDbContext context, DateOnly cutoverOn, IReadOnlyCollection<OpeningDraft> drafts, CancellationToken cancellationToken)
    {
        var accounts = await context.Set<BillingAccount>().AsNoTracking().OrderBy(a => a.Number)
            .Select(a => new
            {
                a.Id, a.Number, a.CustomerId, CustomerNumber = a.Customer!.Number, a.Customer.ExternalCode, a.IsDefault, Name = a.Customer.CompanyName ?? a.Customer.Name, a.Address, a.Customer.Street, a.Customer.Village,
                a.Customer.District, a.Customer.City, a.Customer.PostalCode,
            }).ToListAsync(cancellationToken);
        var lines = await context.Set<Subscription>().AsNoTracking().Where(s => s.Status != SubscriptionStatus.Terminated)
            .Join(context.Set<ServicePlan>(), s => s.PlanId, p => p.Id, (s, p) => new OpeningSubscription(s.Id, s.Number, s.Username, s.BillingAccountId, s.StartsOn, s.EndsOn, p.Payment == PlanPayment.Prepaid)).ToListAsync(cancellationToken);
        var booked = await context.Set<OpeningItem>().AsNoTracking().Where(i => i.BookedKey != null).Select(i => new { Key = i.BookedKey!, i.Says, i.Number }).ToListAsync(cancellationToken);
        var billed = context.Set<ChargeClaim>().Join(context.Set<InvoiceLine>(), c => new { c.InvoiceId, No = c.LineNo }, l => new { l.InvoiceId, l.No }, (c, l) => l).Where(l => l.SubscriptionId != null);
        var world = new OpeningWorld
        {
            CutoverOn = cutoverOn,
            Accounts = [.. accounts.Select(a => new OpeningAccount(a.Id, a.Number, a.CustomerId, a.CustomerNumber, a.ExternalCode, a.IsDefault, a.Name, a.Address ?? Joined(a.Street, a.Village, a.District, a.City, a.PostalCode)))],
            Lines = lines,
            Booked = booked.ToDictionary(i => i.Key, i => i.Says, StringComparer.Ordinal),
            NumbersInUse = await NumbersInUseAsync(context, drafts, cancellationToken),
            FirstBilledOn = await billed.Where(l => l.Kind == ChargeKind.Period && l.FromOn != null).GroupBy(l => l.SubscriptionId!.Value).Select(g => new { g.Key, On = g.Min(l => l.FromOn!.Value) })
                .ToDictionaryAsync(g => g.Key, g => g.On, cancellationToken),
            BilledDeposits = await billed.Where(l => l.Kind == ChargeKind.Deposit).Select(l => l.SubscriptionId!.Value).Distinct().ToHashSetAsync(cancellationToken),
            Places = ReceiptSettings.NamesIn((await receipts.GetAsync(cancellationToken)).CashPlaces),
            Prefixes = Prefixes,
            NextNumbers = await context.Set<NumberSequence>().AsNoTracking().ToDictionaryAsync(s => s.Series, s => s.NextValue, StringComparer.Ordinal, cancellationToken),
        };
        return world with
        {
            OldNumbers = booked.Select(i => i.Number is null ? null : OpeningNumbers.OfPortal(i.Number, world)).OfType<(string Series, long No)>().GroupBy(number => number.Series, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Max(number => number.No), StringComparer.Ordinal),
        };
    }

    private static async Task<HashSet<string>> NumbersInUseAsync(PortalDbContext context, IReadOnlyCollection<OpeningDraft> drafts, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var numbers in drafts.Select(draft => draft.Number).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(NumbersAtOnce))
        {
            found.UnionWith(await context.Set<Invoice>().Where(i => numbers.Contains(i.Number)).Select(i => i.Number!).ToListAsync(cancellationToken));
        }

        return found;
    }

    private static string? Joined(params string?[] parts) => parts.Any(part => part is not null) ? string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) : null;
}
