using IspPortal.Core.Billing.Tax;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>An invoice that a faktur is written for.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="Number">Its number.</param>
/// <param name="On">Its day.</param>
/// <param name="Code">The transaction code.</param>
/// <param name="BuyerName">Who bought.</param>
/// <param name="Base">DPP.</param>
/// <param name="OtherBase">DPP nilai lain.</param>
/// <param name="Tax">PPN.</param>
/// <param name="Missing">What is missing before it can be filed.</param>
internal sealed record FakturResource(Guid InvoiceId, Guid BillingAccountId, string Number, DateOnly On, string Code, string BuyerName, long Base, long OtherBase, long Tax, IReadOnlyList<FakturGap> Missing)
{
    public static FakturResource Of(FakturRow row) => new(row.InvoiceId, row.BillingAccountId, row.Number, row.On, row.Code, row.BuyerName, row.Base.Minor, row.OtherBase.Minor, row.Tax.Minor, row.Gaps);
}
