using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Imports;

/// <summary>Expected failures of importing.</summary>
public static class ImportErrors
{
    /// <summary>No such import.</summary>
    public static Error NotFound { get; } = new("imports.not_found", ErrorKind.NotFound);

    /// <summary>The import was taken or thrown away already ({0}).</summary>
    public static Error WrongState(ImportState state) => new("imports.wrong_state", ErrorKind.Conflict, state.ToString());

    /// <summary>Nothing is chosen.</summary>
    public static Error NothingChosen { get; } = new("imports.nothing_chosen", ErrorKind.Conflict);

    /// <summary>The file is larger than {0} MB.</summary>
    public static Error FileTooLarge(int megabytes) => new("imports.file_too_large", ErrorKind.Invalid, megabytes);

    /// <summary>The file is not UTF-8 text.</summary>
    public static Error FileNotUtf8 { get; } = new("imports.file_not_utf8", ErrorKind.Invalid);

    /// <summary>Line {0} of the file is no CSV.</summary>
    public static Error FileMalformed(long line) => new("imports.file_malformed", ErrorKind.Invalid, line);

    /// <summary>None of the columns is a username, phone or name.</summary>
    public static Error FileWithoutColumns { get; } = new("imports.file_without_columns", ErrorKind.Invalid);
}
