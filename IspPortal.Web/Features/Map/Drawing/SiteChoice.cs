using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Map.Drawing;

/// <summary>Sites and towers to choose from.</summary>
internal static class SiteChoice
{
    public static async Task<Result<Page<PickOption>>> FindAsync(IMapView view, IStringLocalizer<MapTexts> texts, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await view.FindAsync(page.SearchOrNull ?? "", cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        List<PickOption> sites = [.. found.Value.Where(f => f is { Kind: MapFoundKind.Node, NodeKind: PlantNodeKind.Site or PlantNodeKind.Tower }).Select(f => new PickOption(f.Id.ToString(), f.Name, texts["NodeKind." + f.NodeKind]))];
        return Page<PickOption>.Of(sites, page, sites.Count);
    }
}
