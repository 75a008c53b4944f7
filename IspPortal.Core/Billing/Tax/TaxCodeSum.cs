using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>Output tax of one transaction code.</summary>
/// <param name="Code">E.g. 04; null: without PPN.</param>
/// <param name="IsRetail">Whether it goes into the digunggung summary instead of fakturs.</param>
/// <param name="Count">How many invoices.</param>
/// <param name="Base">DPP.</param>
/// <param name="OtherBase">DPP nilai lain.</param>
/// <param name="Tax">PPN.</param>
public sealed record TaxCodeSum(string? Code, bool IsRetail, int Count, Money Base, Money OtherBase, Money Tax);
