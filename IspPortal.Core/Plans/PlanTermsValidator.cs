using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Plans;

/// <summary>The rules of amounts.</summary>
internal sealed class PlanTermsValidator : FormValidator<PlanTerms>
{
    public PlanTermsValidator()
    {
        RuleFor(t => t.Price).IsAnAmount();
        RuleFor(t => t.SetUpFee).IsAnAmount();
        RuleFor(t => t.InstallationFee).IsAnAmount();
        RuleFor(t => t.Deposit).IsAnAmount();
        RuleFor(t => t.EarlyEndFee).IsAnAmount();
        RuleFor(t => t.OveragePerGigabyte).IsAnAmount();
    }
}
