using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Tax;

namespace IspPortal.Core.Billing.Runs;

/// <summary>The bill that an account would get.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Taxes">What tax makes of them.</param>
public sealed record BillPreview(IReadOnlyList<BillLine> Lines, InvoiceTaxes Taxes);
