using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Alerts;

internal sealed class AlertSettingsValidator : FormValidator<AlertSettings>
{
    public AlertSettingsValidator()
    {
        RuleFor(s => s.FlapsAfter).InclusiveBetween(2, 20);
        RuleFor(s => s.FlapWindowMinutes).InclusiveBetween(5, 240);
        RuleFor(s => s.CalmMinutes).InclusiveBetween(2, 240);
        RuleFor(s => s.SurfacesAfterSeconds).InclusiveBetween(15, 600);
        RuleFor(s => s.KeepDays).InclusiveBetween(30, 3650);
    }
}
