using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>What a credit note would do.</summary>
/// <param name="Base">Without tax.</param>
/// <param name="Tax">The tax that goes back.</param>
/// <param name="Total">Base and tax.</param>
/// <param name="OffInvoice">What the invoice owes less.</param>
/// <param name="ToCredit">What becomes credit, because it was paid already.</param>
public sealed record CreditPreview(Money Base, Money Tax, Money Total, Money OffInvoice, Money ToCredit);
