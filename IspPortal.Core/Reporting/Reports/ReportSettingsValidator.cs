using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Reporting.Reports;

internal sealed class ReportSettingsValidator : FormValidator<ReportSettings>
{
    public ReportSettingsValidator()
    {
        RuleFor(settings => settings.KeepDays).InclusiveBetween(1, 400);
        RuleFor(settings => settings.TopCount).InclusiveBetween(5, 100);
    }
}
