namespace IspPortal.Core.Common.Results;

/// <summary>One field that breaks a rule.</summary>
/// <param name="Field">The property's name in camelCase.</param>
/// <param name="Code">Stable code of the rule, e.g. <c>common.required</c>.</param>
/// <param name="Arguments">Values for the placeholders of the text.</param>
public sealed record FieldError(string Field, string Code, params IReadOnlyList<object?> Arguments);
