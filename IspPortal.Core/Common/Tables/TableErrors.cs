using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common.Tables;

/// <summary>Why an uploaded file cannot be read as a table; each is said at the field <c>file</c>.</summary>
public static class TableErrors
{
    /// <summary>The field that a file is sent in.</summary>
    public const string FileField = "file";

    /// <summary>No file, or one without a row.</summary>
    public static Error Empty { get; } = AtFile(new("tables.empty", ErrorKind.Invalid));

    /// <summary>Neither CSV nor XLSX, whatever its name says.</summary>
    public static Error NotATable { get; } = AtFile(new("tables.not_a_table", ErrorKind.Invalid));

    /// <summary>A workbook of Excel 97–2003, or one that only opens with a password.</summary>
    public static Error OldOrLocked { get; } = AtFile(new("tables.old_or_locked", ErrorKind.Invalid));

    /// <summary>It begins like a workbook, and then is none: cut off, damaged or made up.</summary>
    public static Error Damaged { get; } = AtFile(new("tables.damaged", ErrorKind.Invalid));

    /// <summary>It is small and unpacks to more than any workbook of this size holds.</summary>
    public static Error UnpacksTooFar { get; } = AtFile(new("tables.unpacks_too_far", ErrorKind.Invalid));

    /// <summary>Record {0} of the file is no CSV: a quotation mark is not closed.</summary>
    public static Error Malformed(long record) => AtFile(new("tables.malformed", ErrorKind.Invalid, record));

    /// <summary>More than {0} MB.</summary>
    public static Error TooLarge(int megabytes) => AtFile(new("tables.too_large", ErrorKind.Invalid, megabytes));

    /// <summary>A sheet of more than {0} rows.</summary>
    public static Error TooManyRows(int rows) => AtFile(new("tables.too_many_rows", ErrorKind.Invalid, rows));

    /// <summary>More than {0} columns.</summary>
    public static Error TooManyColumns(int columns) => AtFile(new("tables.too_many_columns", ErrorKind.Invalid, columns));

    private static Error AtFile(Error error) => error with { Fields = [new FieldError(FileField, error.Code, error.Arguments)] };
}
