using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;

namespace IspPortal.Core.Alerts.Escalation;

/// <summary>The bounds of a policy's form.</summary>
internal sealed class SaveAlertPolicyRequestValidator : FormValidator<SaveAlertPolicyRequest>
{
    public SaveAlertPolicyRequestValidator()
    {
        RuleFor(r => r.Name).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("common.required").MaximumLength(80);
        RuleFor(r => r.Steps).Must(steps => steps is { Count: >= 1 and <= 10 }).WithErrorCode("alerts.steps_out_of_order");
        RuleFor(r => r.Steps).Must(steps => steps.All(s => s.AfterMinutes is >= 0 and <= 1440) && steps.Zip(steps.Skip(1)).All(pair => pair.First.AfterMinutes < pair.Second.AfterMinutes))
            .When(r => r.Steps is { Count: > 0 }).WithErrorCode("alerts.steps_out_of_order");
        RuleFor(r => r.Steps).Must(steps => steps.All(s => s.OnCall || s.Roles.Count + s.UserIds.Count + s.Rooms.Count > 0)).When(r => r.Steps is { Count: > 0 }).WithErrorCode("alerts.step_tells_nobody");
        RuleFor(r => r.Steps).Must(steps => steps.All(s => s.Roles.All(PortalRoles.Exists) && s.Roles.All(role => role != PortalRoles.Customer))).When(r => r.Steps is { Count: > 0 }).WithErrorCode("identity.role_unknown");
        RuleFor(r => r.Steps).Must(steps => steps.SelectMany(s => s.Rooms).All(room => room.Channel is MessageChannel.Telegram or MessageChannel.Chat or MessageChannel.Webhook && room.Address is { Length: > 0 and <= 100 }))
            .When(r => r.Steps is { Count: > 0 }).WithErrorCode("alerts.room_malformed");
    }
}
