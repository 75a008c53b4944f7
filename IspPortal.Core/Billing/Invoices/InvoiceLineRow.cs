using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>A line of a bill.</summary>
/// <param name="No">Its place, from 1.</param>
/// <param name="Line">What it says.</param>
/// <param name="Credited">What credit notes took back of it.</param>
public sealed record InvoiceLineRow(int No, BillLine Line, Money Credited);
