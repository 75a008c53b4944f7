using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common;

/// <summary>Errors that any feature may give.</summary>
public static class CommonErrors
{
    /// <summary>Someone else changed the row since it was read.</summary>
    public static Error VersionConflict { get; } = new("common.version_conflict", ErrorKind.Conflict);

    /// <summary>Several fields break a rule; see <see cref="Error.Fields"/>.</summary>
    public static Error Invalid(IReadOnlyList<FieldError> fields) => new("common.invalid", ErrorKind.Invalid) { Fields = fields };
}
