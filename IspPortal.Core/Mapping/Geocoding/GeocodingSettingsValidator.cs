using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Mapping.Geocoding;

internal sealed class GeocodingSettingsValidator : FormValidator<GeocodingSettings>
{
    public GeocodingSettingsValidator()
    {
        RuleFor(s => s.Server).Must(server => GeocodingAddress.BaseOf(server) is not null).WithErrorCode("map.not_a_geocoder").When(s => s.Server.Length > 0);
        RuleFor(s => s.Email).MaximumLength(120).EmailAddress().When(s => s.Email.Length > 0);
        RuleFor(s => s.Email).Must(email => email.All(c => c is > ' ' and <= '~' and not ('(' or ')'))).WithErrorCode("common.not_an_email");
        RuleFor(s => s.Countries).Must(GeocodingAddress.AreCountries).WithErrorCode("map.not_countries");
        RuleFor(s => s.Around).Must(around => around.Length == 0 || GeocodingAddress.AreaOf(around) is not null).WithErrorCode("map.not_an_area");
        RuleFor(s => s.SecondsBetween).InclusiveBetween(1, 60);
        RuleFor(s => s.Attribution).MaximumLength(200);
    }
}
