using FluentValidation;
using IspPortal.Core.Common;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans.WhatIf;

/// <summary>The rules of a what-if's form.</summary>
internal sealed class PlanWhatIfRequestValidator : FormValidator<PlanWhatIfRequest>
{
    public PlanWhatIfRequestValidator()
    {
        RuleFor(w => w.Price).Must(price => price is null || PlanValidation.IsAmount(price.Value)).WithErrorCode("plans.not_an_amount");
        RuleFor(w => w.Kicks).Must(kicks => kicks is not { Timing: KickTiming.Window } || (kicks.WindowFrom is not null && kicks.WindowTo is not null)).WithErrorCode("plans.not_a_span");
        When(w => w.Speed is not null, () =>
        {
            RuleFor(w => w.Speed!.DownBitsPerSecond).InclusiveBetween(1_000, PlanValidation.MostBits);
            RuleFor(w => w.Speed!.UpBitsPerSecond).InclusiveBetween(1_000, PlanValidation.MostBits);
        });
    }
}
