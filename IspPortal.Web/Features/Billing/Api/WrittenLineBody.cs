namespace IspPortal.Web.Features.Billing.Api;

/// <summary>A line that a person wrote.</summary>
/// <param name="Text">What it is for.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="UnitPrice">Of one piece, in whole rupiah.</param>
/// <param name="TaxCode">A code of the tax table; empty: no tax.</param>
internal sealed record WrittenLineBody(string Text = "", long Quantity = 1, long UnitPrice = 0, string TaxCode = "");
