using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>A line that a person wrote.</summary>
/// <param name="Text">What it is for. Up to 200 characters.</param>
/// <param name="Quantity">Pieces, 1–10,000.</param>
/// <param name="UnitPrice">Of one piece; above zero.</param>
/// <param name="TaxCode">A code of the tax table; empty: no tax.</param>
public sealed record WrittenLine(string Text, long Quantity, Money UnitPrice, string TaxCode);
