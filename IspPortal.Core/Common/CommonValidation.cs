using System.Text.Json;
using FluentValidation.Results;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common;

/// <summary>Turns FluentValidation's findings into the errors that pages and the API show.</summary>
public static class CommonValidation
{
    /// <summary>Null when everything holds; else <c>common.invalid</c> with one entry per broken rule.</summary>
    public static Error? ErrorOrNull(this ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.IsValid ? null : CommonErrors.Invalid([.. result.Errors.Select(ToField)]);
    }

    private static FieldError ToField(ValidationFailure failure)
    {
        var field = string.Join('.', failure.PropertyName.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
        // A rule's own code has a dot; FluentValidation's names do not.
        var code = failure.ErrorCode.Contains('.', StringComparison.Ordinal) ? failure.ErrorCode : failure.ErrorCode switch
        {
            "NotEmptyValidator" or "NotNullValidator" => "common.required",
            "MaximumLengthValidator" => "common.too_long",
            "MinimumLengthValidator" => "common.too_short",
            "LengthValidator" or "ExactLengthValidator" => IsBelowItsLength(failure) ? "common.too_short" : "common.too_long",
            "EmailValidator" => "common.not_an_email",
            "InclusiveBetweenValidator" or "ExclusiveBetweenValidator" or "GreaterThanValidator" or "GreaterThanOrEqualValidator"
                or "LessThanValidator" or "LessThanOrEqualValidator" => "common.out_of_range",
            _ => "common.not_allowed",
        };
        return new FieldError(field, code, [.. Limits(failure, code)]);
    }

    private static bool IsBelowItsLength(ValidationFailure failure) =>
        failure.FormattedMessagePlaceholderValues is { } values && values.TryGetValue("TotalLength", out var length) && values.TryGetValue("MinLength", out var least)
        && length is int now && least is int min && now < min;

    /// <summary>The limits that the sentence of a code speaks of: a rule of length carries both, a sentence has one.</summary>
    private static IEnumerable<object?> Limits(ValidationFailure failure, string code)
    {
        string[] spoken = code switch
        {
            "common.too_long" => ["MaxLength"],
            "common.too_short" => ["MinLength"],
            _ => ["MinLength", "MaxLength", "From", "To", "ComparisonValue"],
        };
        var values = failure.FormattedMessagePlaceholderValues;
        foreach (var name in spoken)
        {
            if (values is not null && values.TryGetValue(name, out var value))
            {
                yield return value;
            }
        }
    }
}
