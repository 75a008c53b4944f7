using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Messaging;

internal sealed class MessagingSettingsValidator : FormValidator<MessagingSettings>
{
    public MessagingSettingsValidator()
    {
        RuleFor(s => s.QuietFromHour).InclusiveBetween(0, 23);
        RuleFor(s => s.QuietToHour).InclusiveBetween(0, 23);
        RuleFor(s => s.PauseAfterRefusals).InclusiveBetween(0, 1000);
        RuleFor(s => s.MostAttempts).InclusiveBetween(1, 20);
        RuleFor(s => s.KeepDays).InclusiveBetween(30, 3650);
    }
}
