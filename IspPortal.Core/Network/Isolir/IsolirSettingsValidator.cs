using System.Net;
using System.Net.Sockets;
using FluentValidation;

namespace IspPortal.Core.Network.Isolir;

/// <summary>The bounds of <see cref="IsolirSettings"/>.</summary>
public sealed class IsolirSettingsValidator : AbstractValidator<IsolirSettings>
{
    /// <summary>States the bounds.</summary>
    public IsolirSettingsValidator()
    {
        RuleFor(s => s.LandingAddress).Must(a => a.Length == 0 || (IPAddress.TryParse(a, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork)).WithErrorCode("common.invalid_format");
        RuleFor(s => s.LandingPort).InclusiveBetween(1, 65_535).WithErrorCode("common.out_of_range");
        RuleFor(s => s.CheckHour).InclusiveBetween(0, 23).WithErrorCode("common.out_of_range");
        RuleFor(s => s.AllowedHosts).MaximumLength(2000);
        RuleFor(s => s.TestUsername).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
    }
}
