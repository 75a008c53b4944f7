using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Imports;

/// <summary>Expected failures of importing; those of the file itself are <see cref="Common.Tables.TableErrors"/>.</summary>
public static class ImportErrors
{
    /// <summary>No such import.</summary>
    public static Error NotFound { get; } = new("imports.not_found", ErrorKind.NotFound);

    /// <summary>The import was taken or thrown away already ({0}).</summary>
    public static Error WrongState(ImportState state) => new("imports.wrong_state", ErrorKind.Conflict, state.ToString());

    /// <summary>Nothing is chosen.</summary>
    public static Error NothingChosen { get; } = new("imports.nothing_chosen", ErrorKind.Conflict);

    /// <summary>None of the columns is a username, phone or name.</summary>
    public static Error FileWithoutColumns { get; } = new("imports.file_without_columns", ErrorKind.Invalid);
}
