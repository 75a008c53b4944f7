using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Core.Network.Access;

/// <summary>The rules of a line's form.</summary>
internal sealed class SaveAccessRequestValidator : FormValidator<SaveAccessRequest>
{
    public SaveAccessRequestValidator()
    {
        RuleFor(r => r.Username).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
        RuleFor(r => r.Password).MaximumLength(128);
        RuleFor(r => r.Profile).NotEmpty().When(r => r.Service != AccessService.Static);
        RuleFor(r => r.Profile).MaximumLength(64);
        RuleFor(r => r.ThrottledProfile).MaximumLength(64);
        RuleFor(r => r.RateLimit).Must(text => string.IsNullOrEmpty(text) || RateLimit.TryParse(text, out _)).WithErrorCode("network.not_a_rate_limit");
        RuleFor(r => r.FixedAddress).NotEmpty().When(r => r.Service == AccessService.Static);
        RuleFor(r => r.FixedAddress).Must(text => string.IsNullOrEmpty(text) || Ipv4.IsWhole(text)).WithErrorCode("network.not_an_address");
        RuleFor(r => r.CallerId).Must(text => string.IsNullOrEmpty(text) || IsMac(text)).WithErrorCode("network.not_a_mac");
        RuleFor(r => r.Note).MaximumLength(200);
        RuleFor(r => r.TwinRouterId).NotEqual(r => r.RouterId).When(r => r.TwinRouterId is not null).WithErrorCode("network.twin_is_same");
    }

    private static bool IsMac(string text) => text.Length == 17 && text.Split(':') is { Length: 6 } parts && parts.All(p => p.Length == 2 && p.All(char.IsAsciiHexDigit));
}
