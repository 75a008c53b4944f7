using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Runs;

/// <summary>What a question about a whole run must be.</summary>
public sealed class WhatIfRequestValidator : FormValidator<WhatIfRequest>
{
    /// <summary>The rules.</summary>
    public WhatIfRequestValidator()
    {
        RuleFor(r => r.Prices).Must(prices => prices.Count <= 20 && prices.Values.All(price => price >= Common.Money.Money.Zero && price <= Common.Money.Money.Idr(10_000_000_000))).WithErrorCode("billing.bad_assumption");
        RuleFor(r => r.TaxBasisPoints).InclusiveBetween(0, 5_000);
        RuleFor(r => r.MinimumCharge).Must(least => least is null || (least >= Common.Money.Money.Zero && least <= Common.Money.Money.Idr(10_000_000_000))).WithErrorCode("billing.bad_assumption");
    }
}
