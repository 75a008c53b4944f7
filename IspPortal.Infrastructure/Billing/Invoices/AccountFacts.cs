using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>All that the bills of one account are made of.</summary>
/// <param name="Facts">What its lines had.</param>
/// <param name="Billed">What was billed.</param>
/// <param name="Policy">How it is billed.</param>
/// <param name="Tax">How its invoices are taxed.</param>
/// <param name="CustomerId">Its customer.</param>
/// <param name="BuyerName">Who its bills are made out to.</param>
/// <param name="BuyerAddress">Where they go, or null.</param>
/// <param name="Prepaid">Its subscriptions that pay before a period begins.</param>
/// <param name="Before">Bills of the month before, without tax; null: none.</param>
/// <param name="Credit">What it paid ahead and is not used up.</param>
internal sealed record AccountFacts(
    AccountBillingFacts Facts,
    IReadOnlyCollection<BilledCharge> Billed,
    BillingPolicy Policy,
    TaxProfile Tax,
    Guid CustomerId,
    string BuyerName,
    string? BuyerAddress,
    IReadOnlySet<Guid> Prepaid,
    Money? Before,
    Money Credit);
