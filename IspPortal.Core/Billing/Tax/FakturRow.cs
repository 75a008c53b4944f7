using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>An invoice that a faktur is written for.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="Number">Its number.</param>
/// <param name="On">Its day.</param>
/// <param name="Code">The transaction code.</param>
/// <param name="BuyerName">Who bought.</param>
/// <param name="Base">DPP.</param>
/// <param name="OtherBase">DPP nilai lain.</param>
/// <param name="Tax">PPN.</param>
/// <param name="Gaps">What is missing; none: it can be filed.</param>
public sealed record FakturRow(Guid InvoiceId, Guid BillingAccountId, string Number, DateOnly On, string Code, string BuyerName, Money Base, Money OtherBase, Money Tax, IReadOnlyList<FakturGap> Gaps);
