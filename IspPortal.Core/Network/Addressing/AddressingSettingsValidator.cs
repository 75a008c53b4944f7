using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Network.Addressing;

internal sealed class AddressingSettingsValidator : FormValidator<AddressingSettings>
{
    public AddressingSettingsValidator()
    {
        RuleFor(s => s.ReadEveryMinutes).InclusiveBetween(5, 1440).WithErrorCode("common.out_of_range");
        RuleFor(s => s.FullAbovePercent).InclusiveBetween(50, 100).WithErrorCode("common.out_of_range");
        RuleFor(s => s.KeepResolvedDays).InclusiveBetween(1, 3650).WithErrorCode("common.out_of_range");
    }
}
