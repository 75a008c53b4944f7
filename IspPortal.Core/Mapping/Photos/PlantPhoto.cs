using IspPortal.Core.Audit;
using IspPortal.Core.Customers.Documents;

namespace IspPortal.Core.Mapping.Photos;

/// <summary>A photo of a node of the plant. The row says what it is; the bytes lie encrypted in a file named by <see cref="StoredAs"/>.</summary>
[Audited("plant_photo")]
internal sealed class PlantPhoto
{
    /// <summary>The most photos of one node.</summary>
    public const int MostOfNode = 20;

    /// <summary>The largest photo.</summary>
    public const int MostMegabytes = 10;

    /// <summary>The longest note.</summary>
    public const int LongestNote = 200;

    public required Guid Id { get; init; }

    public required Guid NodeId { get; init; }

    /// <summary>1 to <see cref="MostOfNode"/>, unique within the node: of two who add the last one, one does.</summary>
    [NotAudited]
    public required int Place { get; init; }

    /// <summary>The file: an id of its own, so that two who use one id for two photos do not write over each other.</summary>
    [NotAudited]
    public required Guid StoredAs { get; init; }

    public required DocumentFormat Format { get; init; }

    public required long SizeBytes { get; init; }

    /// <summary>Finds the same file sent twice.</summary>
    [NotAudited]
    public required string ContentHash { get; init; }

    /// <summary>Pixels across.</summary>
    [NotAudited]
    public required int Width { get; init; }

    /// <summary>Pixels down.</summary>
    [NotAudited]
    public required int Height { get; init; }

    public string? Note { get; init; }

    public required string AddedBy { get; init; }

    public required DateTime AddedAtUtc { get; init; }
}
