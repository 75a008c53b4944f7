using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Network.Events;

internal sealed class RouterEventSettingsValidator : FormValidator<RouterEventSettings>
{
    public RouterEventSettingsValidator() => RuleFor(s => s.KeepDays).InclusiveBetween(7, 730);
}
