using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Mapping.Incidents;

internal sealed class OutageSettingsValidator : FormValidator<OutageSettings>
{
    public OutageSettingsValidator()
    {
        RuleFor(rule => rule.LeastPercent).InclusiveBetween(10, 100);
        RuleFor(rule => rule.LeastLines).InclusiveBetween(2, 100);
        RuleFor(rule => rule.WithinSeconds).InclusiveBetween(10, 600);
        RuleFor(rule => rule.NotBackAfterSeconds).InclusiveBetween(30, 900);
        RuleFor(rule => rule.SuspectedAfterSeconds).InclusiveBetween(5, 300);
    }
}
