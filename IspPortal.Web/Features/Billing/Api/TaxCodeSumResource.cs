using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Output tax of one transaction code.</summary>
/// <param name="Code">E.g. 04; null: without PPN.</param>
/// <param name="IsRetail">Whether it goes into the digunggung summary instead of fakturs.</param>
/// <param name="Count">How many invoices.</param>
/// <param name="Base">DPP.</param>
/// <param name="OtherBase">DPP nilai lain.</param>
/// <param name="Tax">PPN.</param>
internal sealed record TaxCodeSumResource(string? Code, bool IsRetail, int Count, long Base, long OtherBase, long Tax)
{
    public static TaxCodeSumResource Of(TaxCodeSum sum) => new(sum.Code, sum.IsRetail, sum.Count, sum.Base.Minor, sum.OtherBase.Minor, sum.Tax.Minor);
}
