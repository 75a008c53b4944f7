using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Addressing;

namespace IspPortal.Core.Network.Routers;

/// <summary>The rules of a router's form.</summary>
internal sealed class SaveRouterRequestValidator : FormValidator<SaveRouterRequest>
{
    public SaveRouterRequestValidator(bool passwordRequired)
    {
        RuleFor(r => r.Name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
        RuleFor(r => r.Host).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(253)
            .Must(host => WholeAddress.IsHost(host.Trim())).WithErrorCode("network.not_a_host");
        RuleFor(r => r.Port).InclusiveBetween(1, 65535);
        RuleFor(r => r.Username).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(64);
        RuleFor(r => r.Password).NotNull().When(_ => passwordRequired);
        RuleFor(r => r.Password).MaximumLength(256);
        RuleFor(r => r.Site).MaximumLength(128);
        RuleFor(r => r.Notes).MaximumLength(2000);
        RuleFor(r => r.Latitude).InclusiveBetween(-90, 90);
        RuleFor(r => r.Longitude).InclusiveBetween(-180, 180);
        RuleFor(r => r.Latitude).NotNull().When(r => r.Longitude is not null);
        RuleFor(r => r.Longitude).NotNull().When(r => r.Latitude is not null);
        RuleFor(r => r.CountersEverySeconds).InclusiveBetween(5, 300);
        RuleFor(r => r.SessionsEverySeconds).InclusiveBetween(10, 600);
        RuleFor(r => r.CapacityMegabits).InclusiveBetween(1, 1_000_000);
        RuleFor(r => r.CapacitySessions).InclusiveBetween(1, 1_000_000);
        RuleFor(r => r.Tags).MaximumLength(256);
        RuleFor(r => r.TwinMode).IsInEnum();
    }
}
