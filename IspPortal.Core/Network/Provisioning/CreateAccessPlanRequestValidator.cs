using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>The rules of a plan's request.</summary>
internal sealed class CreateAccessPlanRequestValidator : FormValidator<CreateAccessPlanRequest>
{
    public CreateAccessPlanRequestValidator()
    {
        RuleFor(r => r.AccessIds).NotEmpty().When(r => r.RouterIds is null);
        RuleFor(r => r.RouterIds).NotEmpty().When(r => r.AccessIds is null);
        RuleFor(r => r.RouterIds).Null().When(r => r.AccessIds is not null).WithErrorCode("provisioning.one_list");
        RuleFor(r => r.Reason).MaximumLength(500);
        RuleFor(r => r.StopAtFailedPercent).InclusiveBetween(1, 100);
        RuleFor(r => r.Kicks!.PerSecond).InclusiveBetween(1, 100).When(r => r.Kicks is not null);
        RuleFor(r => r.Kicks!.WindowFrom).NotNull().When(r => r.Kicks?.Timing == KickTiming.Window);
        RuleFor(r => r.Kicks!.WindowTo).NotNull().When(r => r.Kicks?.Timing == KickTiming.Window);
    }
}
