using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>Who hangs below something.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Number">Of a PON port, core or splitter output; else null.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Lines">How many lines in all.</param>
/// <param name="Online">How many are online.</param>
/// <param name="Offline">How many are known to be offline.</param>
/// <param name="Unknown">How many are on a router that cannot be read now.</param>
/// <param name="Currency">Of every amount; null for who may not see subscriptions.</param>
/// <param name="Monthly">What all of them bring in an average month, without tax; null likewise.</param>
/// <param name="Page">The lines that were asked for.</param>
internal sealed record LinesBelowResource(
    PlantElementKind Kind, Guid Id, int? Number, string Name, int Lines, int Online, int Offline, int Unknown, string? Currency, long? Monthly, ApiPage<LineBelowResource> Page)
{
    public static LinesBelowResource Of(LinesBelow below) => new(
        below.Element.Kind,
        below.Element.Id,
        below.Element.Number,
        below.Name,
        below.Lines,
        below.Online,
        below.Offline,
        below.Unknown,
        below.Monthly?.Currency.Code,
        below.Monthly?.Minor,
        ApiPage.Of(below.Page, LineBelowResource.Of));
}
