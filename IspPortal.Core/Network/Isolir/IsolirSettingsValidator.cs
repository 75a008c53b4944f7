using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Core.Network.Isolir;

/// <summary>The bounds of <see cref="IsolirSettings"/>.</summary>
public sealed class IsolirSettingsValidator : FormValidator<IsolirSettings>
{
    /// <summary>States the bounds.</summary>
    public IsolirSettingsValidator()
    {
        RuleFor(s => s.LandingAddress).Must(a => a.Length == 0 || Ipv4.IsWhole(a)).WithErrorCode("common.invalid_format");
        RuleFor(s => s.LandingPort).InclusiveBetween(1, 65_535).WithErrorCode("common.out_of_range");
        RuleFor(s => s.CheckHour).InclusiveBetween(0, 23).WithErrorCode("common.out_of_range");
        RuleFor(s => s.AllowedHosts).MaximumLength(2000);
        RuleFor(s => s).Must(s => s.Hosts().All(host => WholeAddress.IsHost(host) || AddressRange.TryParse(host, out _))).WithErrorCode("common.invalid_format").OverridePropertyName(nameof(IsolirSettings.AllowedHosts));
        RuleFor(s => s.TestUsername).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
    }
}
