namespace IspPortal.Core.Mapping.Plant;

/// <summary>Counts every change of the plant, so that nodes know when what they remember of it is old.</summary>
internal sealed class PlantRevision
{
    /// <summary>There is one row.</summary>
    public const int TheOne = 1;

    public required int Id { get; init; }

    public long Number { get; set; }
}
