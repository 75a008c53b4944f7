using IspPortal.Core.Mapping.Exchange;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What reading a file in would do.</summary>
/// <param name="Revision">The revision of the plant that it was judged against.</param>
/// <param name="Format">What the file turned out to be.</param>
/// <param name="Counts">How many things of each verdict.</param>
/// <param name="Rows">A page of its things, wrong ones first.</param>
internal sealed record PlantImportPreviewResource(long Revision, PlantFormat Format, PlantImportCounts Counts, ApiPage<PlantImportRowResource> Rows)
{
    public static PlantImportPreviewResource Of(PlantImportPreview preview) => new(preview.Revision, preview.Format, preview.Counts, ApiPage.Of(preview.Rows, PlantImportRowResource.Of));
}
