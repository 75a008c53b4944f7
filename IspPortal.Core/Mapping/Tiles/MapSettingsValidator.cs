using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Tiles;

internal sealed class MapSettingsValidator : FormValidator<MapSettings>
{
    public MapSettingsValidator()
    {
        RuleFor(map => map.Background).IsInEnum();
        RuleFor(map => map.TileUrl).NotEmpty().When(map => map.Background == MapBackground.Server);
        RuleFor(map => map.TileUrl).Must(TileTemplate.IsValid).WithErrorCode("map.not_a_tile_address").When(map => map.TileUrl.Length > 0);
        RuleFor(map => map.Attribution).MaximumLength(200);
        RuleFor(map => map.HighestZoom).InclusiveBetween(1, MapTile.MostZoom);
    }
}
