namespace IspPortal.Core.Billing.Tax;

/// <summary>How a customer's invoices are taxed.</summary>
/// <param name="Customer">Who pays the tax.</param>
/// <param name="WithholdingBasisPoints">What the customer withholds of the base and pays to the state for us (PPh 23), in hundredths of a percent: 200 is 2 %; 0: nothing.</param>
public sealed record TaxProfile(CustomerTax Customer = CustomerTax.Normal, int WithholdingBasisPoints = 0);
