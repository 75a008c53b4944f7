namespace IspPortal.Core.Mapping.Exchange;

/// <summary>How many things of a file have which verdict.</summary>
/// <param name="Wrong">Cannot be taken.</param>
/// <param name="New">Are drawn.</param>
/// <param name="Changed">Become what the file says.</param>
/// <param name="Kept">Are otherwise and stay.</param>
/// <param name="Same">Are there just so.</param>
public sealed record PlantImportCounts(int Wrong, int New, int Changed, int Kept, int Same)
{
    /// <summary>How many have this verdict.</summary>
    public int Of(PlantImportVerdict verdict) => verdict switch
    {
        PlantImportVerdict.Wrong => Wrong,
        PlantImportVerdict.New => New,
        PlantImportVerdict.Changed => Changed,
        PlantImportVerdict.Kept => Kept,
        _ => Same,
    };
}
