using IspPortal.Core.Billing.Runs;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>The bill that an account would get.</summary>
/// <param name="Currency">Of every amount.</param>
/// <param name="Base">Without tax.</param>
/// <param name="Tax">All tax.</param>
/// <param name="Total">With tax.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record BillPreviewResource(string Currency, long Base, long Tax, long Total, IReadOnlyList<BillLineResource> Lines)
{
    public static BillPreviewResource Of(BillPreview preview) => new(
        preview.Taxes.Total.Currency.Code, preview.Taxes.Base.Minor, preview.Taxes.Tax.Minor, preview.Taxes.Total.Minor, [.. preview.Lines.Select(BillLineResource.Of)]);
}
