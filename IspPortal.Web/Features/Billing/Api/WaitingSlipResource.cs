using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>An invoice of which tax was withheld and no slip is there.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="Number">Its number.</param>
/// <param name="BuyerName">Who withholds.</param>
/// <param name="IssuedOn">Its day.</param>
/// <param name="Base">What it was withheld of.</param>
/// <param name="Withheld">How much.</param>
/// <param name="Days">For how many days it has waited.</param>
internal sealed record WaitingSlipResource(Guid InvoiceId, Guid BillingAccountId, string Number, string BuyerName, DateOnly IssuedOn, long Base, long Withheld, int Days)
{
    public static WaitingSlipResource Of(WaitingSlipRow row) => new(row.InvoiceId, row.BillingAccountId, row.Number, row.BuyerName, row.IssuedOn, row.Base.Minor, row.Withheld.Minor, row.Days);
}
