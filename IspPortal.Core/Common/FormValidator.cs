using FluentValidation;
using FluentValidation.Results;

namespace IspPortal.Core.Common;

/// <summary>
/// The rules of a form. Before any of them every text in it must be one that somebody can have typed and every database keeps: <c>common.control_characters</c> otherwise, and nothing else is
/// looked at.
/// </summary>
/// <typeparam name="T">The form.</typeparam>
public abstract class FormValidator<T> : AbstractValidator<T>
{
    /// <inheritdoc />
    protected override bool PreValidate(ValidationContext<T> context, ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(result);
        var refused = context.InstanceToValidate is { } form ? PlainText.Judge(form) : [];
        result.Errors.AddRange(refused.Select(field => new ValidationFailure(field.Field, field.Code) { ErrorCode = field.Code }));
        return refused.Count == 0;
    }
}
