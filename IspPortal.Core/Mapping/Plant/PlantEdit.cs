namespace IspPortal.Core.Mapping.Plant;

/// <summary>One thing that somebody did to the plant, as it can be taken back.</summary>
internal sealed class PlantEdit
{
    public required Guid Id { get; init; }

    /// <summary>The revision of the plant that it made.</summary>
    public required long Revision { get; init; }

    public required DateTime AtUtc { get; init; }

    public required string ActorName { get; init; }

    public Guid? ActorId { get; init; }

    public required PlantEditKind Kind { get; init; }

    /// <summary>What it was done to, e.g. <c>cable</c>; the kinds of the audit.</summary>
    public required string Element { get; init; }

    public required Guid ElementId { get; init; }

    /// <summary>Its name then.</summary>
    public required string Name { get; init; }

    /// <summary>Every row that changed, before and after, as JSON.</summary>
    public required string Rows { get; init; }

    public DateTime? UndoneAtUtc { get; set; }

    public string? UndoneBy { get; set; }

    public long Version { get; set; }
}
