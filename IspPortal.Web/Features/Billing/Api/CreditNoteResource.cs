using IspPortal.Core.Billing.Corrections;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A credit note.</summary>
/// <param name="Id">The credit note.</param>
/// <param name="Number">Its number.</param>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="InvoiceNumber">Its number.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="BuyerName">Who it was made out to.</param>
/// <param name="IssuedOn">Its day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Base">Without tax.</param>
/// <param name="Tax">The tax that went back.</param>
/// <param name="Total">Base and tax.</param>
/// <param name="ToCredit">What became credit.</param>
/// <param name="CreatedBy">Who issued it.</param>
internal sealed record CreditNoteResource(
    Guid Id, string Number, Guid InvoiceId, string InvoiceNumber, Guid BillingAccountId, Guid CustomerId, string BuyerName, DateOnly IssuedOn, string Reason, string Currency, long Base, long Tax, long Total, long ToCredit,
    string CreatedBy)
{
    public static CreditNoteResource Of(CreditNoteRow row) => new(
        row.Id, row.Number, row.InvoiceId, row.InvoiceNumber, row.BillingAccountId, row.CustomerId, row.BuyerName, row.IssuedOn, row.Reason, row.Total.Currency.Code, row.Base.Minor, row.Tax.Minor, row.Total.Minor,
        row.ToCredit.Minor, row.CreatedBy);
}
