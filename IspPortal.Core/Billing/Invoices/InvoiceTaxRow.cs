using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>The tax of one code on a bill.</summary>
/// <param name="Code">The code; empty: none.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="RateBasisPoints">Its rate in hundredths of a percent.</param>
/// <param name="Base">The price.</param>
/// <param name="TaxBase">The base on paper (DPP nilai lain).</param>
/// <param name="Tax">The tax.</param>
public sealed record InvoiceTaxRow(string Code, string Name, int RateBasisPoints, Money Base, Money TaxBase, Money Tax);
