using IspPortal.Core.Mapping.Live;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Map.Parts;

/// <summary>Small forms that the parts of the map share.</summary>
internal static class MapWords
{
    /// <summary>What tells something that was found from others of its name.</summary>
    public static string NoteOf(this IStringLocalizer<MapTexts> texts, MapFound found)
    {
        var kind = found.Kind switch
        {
            MapFoundKind.Router => texts["Router"].Value,
            MapFoundKind.Node => texts["NodeKind." + found.NodeKind].Value,
            MapFoundKind.Cable => texts["Cable"].Value,
            MapFoundKind.Radio => texts["RadioLink"].Value,
            _ => null,
        };
        return string.Join(" · ", new[] { kind, found.Note }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
