using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>A whole bill: its page, its print and its PDF.</summary>
/// <param name="Row">As in lists.</param>
/// <param name="AccountName">What the billing account is called.</param>
/// <param name="CustomerNumber">The customer's number.</param>
/// <param name="BuyerAddress">Where it goes, or null.</param>
/// <param name="Lines">Its lines in order.</param>
/// <param name="Taxes">Its taxes by code.</param>
/// <param name="Base">The lines without tax.</param>
/// <param name="Tax">All tax.</param>
/// <param name="Withheld">What the customer withholds (PPh 23).</param>
/// <param name="Collected">PPN that a government collector pays itself.</param>
/// <param name="IsWithholdingProven">Whether the slip of what was withheld is there.</param>
/// <param name="FakturCode">The transaction code of the faktur pajak, or null.</param>
/// <param name="Settled">What was paid, credited or let go.</param>
/// <param name="Credited">What credit notes took back.</param>
/// <param name="Note">What a person wrote on it, or null.</param>
/// <param name="BasedOn">The bill that it adds to or took the place of, or null.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record InvoiceDetails(
    InvoiceRow Row,
    string AccountName,
    string CustomerNumber,
    string? BuyerAddress,
    IReadOnlyList<InvoiceLineRow> Lines,
    IReadOnlyList<InvoiceTaxRow> Taxes,
    Money Base,
    Money Tax,
    Money Withheld,
    Money Collected,
    bool IsWithholdingProven,
    string? FakturCode,
    Money Settled,
    Money Credited,
    string? Note,
    (Guid Id, string? Number)? BasedOn,
    string CreatedBy,
    long Version);
