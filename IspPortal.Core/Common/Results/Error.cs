namespace IspPortal.Core.Common.Results;

/// <summary>
/// An expected failure as a value. The <see cref="Code"/> is stable and language-free; the text a person reads is looked up
/// from resources by that code, with <see cref="Arguments"/> filled in.
/// </summary>
/// <param name="Code">Stable code, <c>feature.what_happened</c>, e.g. <c>network.router_not_found</c>.</param>
/// <param name="Kind">What sort of failure it is.</param>
/// <param name="Arguments">Values for the placeholders {0}, {1} … of the text; never secrets.</param>
public sealed record Error(string Code, ErrorKind Kind, params IReadOnlyList<object?> Arguments)
{
    /// <summary>Failures of single fields, or empty. The key is the property's name in camelCase.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>What the outside said, word for word (a router's trap message), or null. Shown small, never translated.</summary>
    public string? Detail { get; init; }

    /// <summary>An <see cref="ErrorKind.Invalid"/> error with one failure per field.</summary>
    public static Error Invalid(string code, params IReadOnlyList<FieldError> fields) => new(code, ErrorKind.Invalid) { Fields = fields };

    /// <inheritdoc />
    public override string ToString() => Detail is null ? Code : $"{Code}: {Detail}";
}
