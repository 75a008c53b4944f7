using IspPortal.Core.Subscriptions.Bulk;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>What a change to many would do.</summary>
internal sealed record BulkPreviewResource(int Selected, int Able, IReadOnlyList<BulkObstacle> Obstacles, int SessionsOnline, string Currency, long? MonthlyBefore, long? MonthlyAfter)
{
    public static BulkPreviewResource Of(BulkPreview preview) => new(
        preview.Selected, preview.Able, preview.Obstacles, preview.SessionsOnline, Core.Common.Money.Currency.Idr.Code, preview.MonthlyBefore?.Minor, preview.MonthlyAfter?.Minor);
}
