using FluentValidation;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Plans;

/// <summary>Rules that several forms of plans share.</summary>
internal static class PlanValidation
{
    public const long MostBits = Network.Access.RatePair.MaxBitsPerSecond;

    /// <summary>No amount is below nothing or beyond what a form takes.</summary>
    public static bool IsAmount(Money amount) => amount >= Money.Zero && amount <= Money.Idr(MoneyText.Most);

    public static bool IsRate(long? rate) => rate is null or (>= 1_000 and <= MostBits);

    public static bool IsWord(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Characters that a profile's name may have on a router: printable, no quotes that people cannot type back.</summary>
    public static bool IsProfileName(string? text) => text is null || text.All(c => !char.IsControl(c));

    public static IRuleBuilderOptions<T, Money> IsAnAmount<T>(this IRuleBuilder<T, Money> rule) => rule.Must(IsAmount).WithErrorCode("plans.not_an_amount");

    public static IRuleBuilderOptions<T, string> IsACode<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(40).Must(IsWord).WithErrorCode("plans.not_a_short_name");
}
