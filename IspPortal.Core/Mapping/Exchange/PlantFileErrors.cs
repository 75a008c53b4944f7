using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>Why a file of the plant, or something in it, cannot be taken. What is wrong with the whole file is said at the field <c>file</c>.</summary>
public static class PlantFileErrors
{
    /// <summary>The field that a file is sent in.</summary>
    public const string FileField = "file";

    /// <summary>No file, or an empty one.</summary>
    public static Error Empty { get; } = AtFile(new("plant_file.empty", ErrorKind.Invalid));

    /// <summary>KMZ or another compressed file.</summary>
    public static Error Compressed { get; } = AtFile(new("plant_file.compressed", ErrorKind.Invalid));

    /// <summary>Its letters are not UTF-8.</summary>
    public static Error NotUtf8 { get; } = AtFile(new("plant_file.not_utf8", ErrorKind.Invalid));

    /// <summary>It brings its own document type or entities, which a KML has no use for: a few of them unfold into gigabytes or fetch other files.</summary>
    public static Error HasEntities { get; } = AtFile(new("plant_file.has_entities", ErrorKind.Invalid));

    /// <summary>A table without a column for the name.</summary>
    public static Error NoColumns { get; } = AtFile(new("plant_file.no_columns", ErrorKind.Invalid));

    /// <summary>It begins like JSON or XML and is not GeoJSON or KML.</summary>
    public static Error NotAPlant { get; } = AtFile(new("plant_file.not_a_plant", ErrorKind.Invalid));

    /// <summary>More than {0} MB.</summary>
    public static Error TooLarge(int megabytes) => AtFile(new("plant_file.too_large", ErrorKind.Invalid, megabytes));

    /// <summary>More than {0} points and lines.</summary>
    public static Error TooMany(int most) => AtFile(new("plant_file.too_many", ErrorKind.Invalid, most));

    /// <summary>Parts within parts, more than {0} deep.</summary>
    public static Error TooDeep(int most) => AtFile(new("plant_file.too_deep", ErrorKind.Invalid, most));

    /// <summary>Line {0} breaks the rules of the format.</summary>
    public static Error Malformed(long line) => AtFile(new("plant_file.malformed", ErrorKind.Invalid, line));

    /// <summary>{0} rows are wrong: the whole file is read in, or nothing of it.</summary>
    public static Error HasFaults(int rows) => new("plant_file.has_faults", ErrorKind.Conflict, rows);

    /// <summary>Something in it has no name.</summary>
    public static Error NameMissing { get; } = new("plant_file.name_missing", ErrorKind.Invalid);

    /// <summary>The name ({0}) is there twice in the file.</summary>
    public static Error NameTwice(string name) => new("plant_file.name_twice", ErrorKind.Invalid, name);

    /// <summary>There is no such kind ({0}).</summary>
    public static Error UnknownKind(string kind) => new("plant_file.unknown_kind", ErrorKind.Invalid, kind);

    /// <summary>Neither the file nor whoever reads it in says what a point is.</summary>
    public static Error KindUnsaid { get; } = new("plant_file.kind_unsaid", ErrorKind.Invalid);

    /// <summary>Something of that name is there and is of another kind.</summary>
    public static Error OtherKind { get; } = new("plant_file.other_kind", ErrorKind.Conflict);

    /// <summary>Neither a point nor one line, or not the one that its kind has.</summary>
    public static Error NoShape { get; } = new("plant_file.no_shape", ErrorKind.Invalid);

    /// <summary>What stands at {0} is no number.</summary>
    public static Error NotANumber(string what) => new("plant_file.not_a_number", ErrorKind.Invalid, what);

    /// <summary>A place cannot be read.</summary>
    public static Error NotAPlace { get; } = new("plant_file.not_a_place", ErrorKind.Invalid);

    /// <summary>Nothing of that name ({0}) is in the file or in the plant.</summary>
    public static Error NameUnknown(string name) => new("plant_file.name_unknown", ErrorKind.Invalid, name);

    /// <summary>Neither a name nor a line says where it begins or ends.</summary>
    public static Error EndMissing { get; } = new("plant_file.end_missing", ErrorKind.Invalid);

    /// <summary>No node is within {0} metres of one of its ends.</summary>
    public static Error NothingNear(int metres) => new("plant_file.nothing_near", ErrorKind.Invalid, metres);

    private static Error AtFile(Error error) => error with { Fields = [new FieldError(FileField, error.Code, error.Arguments)] };
}
