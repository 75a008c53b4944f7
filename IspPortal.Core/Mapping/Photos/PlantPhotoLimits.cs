namespace IspPortal.Core.Mapping.Photos;

/// <summary>How much is kept.</summary>
public static class PlantPhotoLimits
{
    /// <summary>The largest photo.</summary>
    public const int MostMegabytes = PlantPhoto.MostMegabytes;

    /// <summary>The most photos of one node.</summary>
    public const int MostOfNode = PlantPhoto.MostOfNode;

    /// <summary>The longest note.</summary>
    public const int LongestNote = PlantPhoto.LongestNote;
}
