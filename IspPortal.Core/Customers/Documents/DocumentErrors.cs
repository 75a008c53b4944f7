using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Documents;

/// <summary>Expected failures with documents of customers. What is wrong with a file is said at the field <c>file</c>.</summary>
public static class DocumentErrors
{
    /// <summary>The field that a file is sent in.</summary>
    public const string FileField = "file";

    /// <summary>There is no such document.</summary>
    public static Error NotFound { get; } = new("documents.not_found", ErrorKind.NotFound);

    /// <summary>The file is gone: it was erased, or somebody took it from the data directory.</summary>
    public static Error FileGone { get; } = new("documents.file_gone", ErrorKind.NotFound);

    /// <summary>The document was removed; it has to be restored first.</summary>
    public static Error Removed { get; } = new("documents.removed", ErrorKind.Conflict);

    /// <summary>The document is not removed: there is nothing to restore.</summary>
    public static Error NotRemoved { get; } = new("documents.not_removed", ErrorKind.Conflict);

    /// <summary>It belongs to a former owner of the customer: it is kept as it is, or removed.</summary>
    public static Error OfFormerOwner { get; } = new("documents.of_former_owner", ErrorKind.Conflict);

    /// <summary>It was judged so already.</summary>
    public static Error AlreadyJudged { get; } = new("documents.already_judged", ErrorKind.Conflict);

    /// <summary>The owner of the customer has this very file already.</summary>
    public static Error SameFile { get; } = new("documents.same_file", ErrorKind.Conflict);

    /// <summary>The id was used for another document.</summary>
    public static Error IdTaken { get; } = new("documents.id_taken", ErrorKind.Conflict);

    /// <summary>No file, or an empty one.</summary>
    public static Error FileMissing { get; } = AtFile(new("documents.file_missing", ErrorKind.Invalid));

    /// <summary>Neither JPEG nor PNG nor PDF, whatever its name says.</summary>
    public static Error UnknownFormat { get; } = AtFile(new("documents.unknown_format", ErrorKind.Invalid));

    /// <summary>It begins like a picture or PDF, and then is none: cut off, damaged or made up.</summary>
    public static Error Damaged { get; } = AtFile(new("documents.damaged", ErrorKind.Invalid));

    /// <summary>A PDF that only opens with a password.</summary>
    public static Error Locked { get; } = AtFile(new("documents.locked", ErrorKind.Invalid));

    /// <summary>More than <paramref name="megabytes"/> MB.</summary>
    public static Error TooLarge(int megabytes) => AtFile(new("documents.too_large", ErrorKind.Invalid, megabytes));

    /// <summary>A picture of more than so many megapixels.</summary>
    public static Error TooManyPixels(int megapixels) => AtFile(new("documents.too_many_pixels", ErrorKind.Invalid, megapixels));

    private static Error AtFile(Error error) => error with { Fields = [new FieldError(FileField, error.Code, error.Arguments)] };
}
