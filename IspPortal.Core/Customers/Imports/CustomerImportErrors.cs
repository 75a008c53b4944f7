using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Imports;

/// <summary>Expected failures of importing customers; those of the file itself are <see cref="Common.Tables.TableErrors"/>.</summary>
public static class CustomerImportErrors
{
    /// <summary>There is no such import.</summary>
    public static Error NotFound { get; } = new("customer_imports.not_found", ErrorKind.NotFound);

    /// <summary>The import is not in a state in which this can be done ({0}).</summary>
    public static Error WrongState(CustomerImportState state) => new("customer_imports.wrong_state", ErrorKind.Conflict, state.ToString());

    /// <summary>No row is left to make a customer of.</summary>
    public static Error NothingToImport { get; } = new("customer_imports.nothing_to_import", ErrorKind.Conflict);

    /// <summary>The rows of the file are not held any more.</summary>
    public static Error ContentGone { get; } = new("customer_imports.content_gone", ErrorKind.Conflict);

    /// <summary>The id was used for another file.</summary>
    public static Error IdTaken { get; } = new("customer_imports.id_taken", ErrorKind.Conflict);

    /// <summary>The code of a row that the database refused, whatever the reason.</summary>
    public const string NotSaved = "customer_imports.not_saved";

    /// <summary>The code of a word that stands for nothing the field knows.</summary>
    public const string UnknownWord = "customer_imports.unknown_word";

    /// <summary>The code of a number of which a spreadsheet kept fifteen digits only.</summary>
    public const string DigitsLost = "customer_imports.digits_lost";

    /// <summary>The code of a cell that is no pair of degrees.</summary>
    public const string NotCoordinates = "customer_imports.not_coordinates";

    /// <summary>The code of a mapping in which nothing fills the name.</summary>
    public const string NameNotMapped = "customer_imports.name_not_mapped";

    /// <summary>The code of a column that the sheet does not have.</summary>
    public const string NoSuchColumn = "customer_imports.no_such_column";
}
