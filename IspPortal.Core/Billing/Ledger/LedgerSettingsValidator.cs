using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>The bounds of <see cref="LedgerSettings"/>: every account has a code, and no two share one.</summary>
public sealed class LedgerSettingsValidator : FormValidator<LedgerSettings>
{
    /// <summary>States the bounds.</summary>
    public LedgerSettingsValidator()
    {
        foreach (var account in Enum.GetValues<LedgerAccount>())
        {
            RuleFor(settings => settings.CodeOf(account)).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(32)
                .Must((settings, code) => Enum.GetValues<LedgerAccount>().Count(other => string.Equals(settings.CodeOf(other).Trim(), code.Trim(), StringComparison.OrdinalIgnoreCase)) == 1)
                .WithErrorCode("ledger.code_taken").OverridePropertyName(account.ToString());
        }
    }
}
