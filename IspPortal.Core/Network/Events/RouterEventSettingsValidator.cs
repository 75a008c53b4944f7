using FluentValidation;

namespace IspPortal.Core.Network.Events;

internal sealed class RouterEventSettingsValidator : AbstractValidator<RouterEventSettings>
{
    public RouterEventSettingsValidator() => RuleFor(s => s.KeepDays).InclusiveBetween(7, 730);
}
