using FluentValidation;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>What a bill that a person wrote must be.</summary>
public sealed class WriteBillRequestValidator : FormValidator<WriteBillRequest>
{
    /// <summary>The rules.</summary>
    /// <param name="on">Today, for the tax rules that hold.</param>
    public WriteBillRequestValidator(DateOnly on)
    {
        RuleFor(r => r.Key).NotEmpty().MinimumLength(8).MaximumLength(64);
        RuleFor(r => r.Note).MaximumLength(500);
        RuleFor(r => r.Lines).Must(lines => lines.Count is > 0 and <= 50).WithErrorCode("corrections.bad_lines");
        RuleForEach(r => r.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Text).NotEmpty().MaximumLength(200);
            line.RuleFor(l => l.Quantity).InclusiveBetween(1, 10_000);
            line.RuleFor(l => l.UnitPrice).Must(price => price > Common.Money.Money.Zero && price <= Common.Money.Money.Idr(10_000_000_000)).WithErrorCode("corrections.bad_price");
            line.RuleFor(l => l.TaxCode).Must(code => code is { Length: 0 } || (TaxTable.Indonesia.Rules.Any(rule => rule.Code == code) && TaxTable.Indonesia.Find(code!, on) is not null)).WithErrorCode("corrections.bad_tax");
        });
    }
}
