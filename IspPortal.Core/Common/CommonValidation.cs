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
            "MaximumLengthValidator" or "LengthValidator" => "common.too_long",
            "MinimumLengthValidator" => "common.too_short",
            "EmailValidator" => "common.not_an_email",
            "InclusiveBetweenValidator" or "ExclusiveBetweenValidator" or "GreaterThanValidator" or "GreaterThanOrEqualValidator"
                or "LessThanValidator" or "LessThanOrEqualValidator" => "common.out_of_range",
            _ => "common.not_allowed",
        };
        return new FieldError(field, code, [.. Limits(failure)]);
    }

    private static IEnumerable<object?> Limits(ValidationFailure failure)
    {
        var values = failure.FormattedMessagePlaceholderValues;
        foreach (var name in (string[])["MinLength", "MaxLength", "From", "To", "ComparisonValue"])
        {
            if (values is not null && values.TryGetValue(name, out var value))
            {
                yield return value;
            }
        }
    }
}
