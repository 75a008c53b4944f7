using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Print;

/// <summary>What a letterhead may be.</summary>
public sealed class LetterheadSettingsValidator : FormValidator<LetterheadSettings>
{
    private const int Longest = 120;
    private const int LongestLine = 240;

    /// <summary>The rules.</summary>
    public LetterheadSettingsValidator()
    {
        RuleFor(s => s.LegalName).MaximumLength(Longest);
        RuleFor(s => s.Address).MaximumLength(LongestLine);
        RuleFor(s => s.TaxNumber).Must(TaxNumbers.IsOne).When(s => s.TaxNumber.Length > 0).WithErrorCode("billing.not_npwp");
        RuleFor(s => s.Phone).MaximumLength(40);
        RuleFor(s => s.Email).MaximumLength(Longest).EmailAddress().When(s => s.Email.Length > 0);
        RuleFor(s => s.Site).MaximumLength(Longest);
        RuleFor(s => s.FooterNote).MaximumLength(500);
        RuleFor(s => s.Qris).MaximumLength(Print.Qris.Longest).Must(text => Print.Qris.Parse(text) is { IsStatic: true }).When(s => s.Qris.Length > 0).WithErrorCode("billing.not_qris");
        RuleFor(s => s.Bank1).MaximumLength(60).NotEmpty().When(s => s.BankNumber1.Length + s.BankHolder1.Length > 0);
        RuleFor(s => s.BankNumber1).MaximumLength(40).NotEmpty().When(s => s.Bank1.Length + s.BankHolder1.Length > 0);
        RuleFor(s => s.BankHolder1).MaximumLength(Longest).NotEmpty().When(s => s.Bank1.Length + s.BankNumber1.Length > 0);
        RuleFor(s => s.Bank2).MaximumLength(60).NotEmpty().When(s => s.BankNumber2.Length + s.BankHolder2.Length > 0);
        RuleFor(s => s.BankNumber2).MaximumLength(40).NotEmpty().When(s => s.Bank2.Length + s.BankHolder2.Length > 0);
        RuleFor(s => s.BankHolder2).MaximumLength(Longest).NotEmpty().When(s => s.Bank2.Length + s.BankNumber2.Length > 0);
        RuleFor(s => s.Bank3).MaximumLength(60).NotEmpty().When(s => s.BankNumber3.Length + s.BankHolder3.Length > 0);
        RuleFor(s => s.BankNumber3).MaximumLength(40).NotEmpty().When(s => s.Bank3.Length + s.BankHolder3.Length > 0);
        RuleFor(s => s.BankHolder3).MaximumLength(Longest).NotEmpty().When(s => s.Bank3.Length + s.BankNumber3.Length > 0);
    }
}
