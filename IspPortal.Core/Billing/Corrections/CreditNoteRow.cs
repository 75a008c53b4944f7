using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>A credit note in a list.</summary>
/// <param name="Id">The credit note.</param>
/// <param name="Number">Its number.</param>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="InvoiceNumber">Its number.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="BuyerName">Who it was made out to.</param>
/// <param name="IssuedOn">Its day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Base">Without tax.</param>
/// <param name="Tax">The tax that went back.</param>
/// <param name="Total">Base and tax.</param>
/// <param name="ToCredit">What became credit.</param>
/// <param name="CreatedBy">Who issued it.</param>
public sealed record CreditNoteRow(
    Guid Id, string Number, Guid InvoiceId, string InvoiceNumber, Guid BillingAccountId, Guid CustomerId, string BuyerName, DateOnly IssuedOn, string Reason, Money Base, Money Tax, Money Total, Money ToCredit,
    string CreatedBy);
