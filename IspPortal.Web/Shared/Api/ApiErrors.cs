using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared.Api;

/// <summary>Failures of a request as such, before or after a service has seen it.</summary>
internal static class ApiErrors
{
    private const string MalformedCode = "common.malformed";

    /// <summary>The request could not be read: broken JSON, a bad id, date or number (400).</summary>
    public static Error Malformed { get; } = new(MalformedCode, ErrorKind.Invalid);

    public static Error NoSuchRoute { get; } = new("common.no_such_route", ErrorKind.NotFound);

    public static Error MethodNotAllowed { get; } = new("common.method_not_allowed", ErrorKind.Invalid);

    public static Error UnsupportedMediaType { get; } = new("common.unsupported_media_type", ErrorKind.Invalid);

    public static Error BodyTooLarge { get; } = new("common.body_too_large", ErrorKind.Invalid);

    public static Error TooManyRequests { get; } = new("common.too_many_requests", ErrorKind.TooMany);

    public static Error Unexpected { get; } = new("common.unexpected", ErrorKind.External);

    public static Error IdempotencyKeyRequired { get; } = new("common.idempotency_key_required", ErrorKind.Invalid);

    public static Error IdempotencyKeyInvalid { get; } = new("common.idempotency_key_invalid", ErrorKind.Invalid);

    public static Error MalformedField(string field) => Malformed with { Fields = [new FieldError(field, MalformedCode)] };

    public static Error UnknownValue(string field, IReadOnlyList<string> known) => Field(field, "common.unknown_value", string.Join(", ", known));

    /// <summary>One wrong field gives its code to the whole answer: callers test one word.</summary>
    public static Error Field(string field, string code, params IReadOnlyList<object?> arguments) =>
        Error.Invalid(code, new FieldError(field, code, arguments)) with { Arguments = arguments };
}
