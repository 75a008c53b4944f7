namespace IspPortal.Core.Mapping.Levels;

/// <summary>Where a reading came from.</summary>
public enum ReadingSource
{
    /// <summary>A file that somebody read in.</summary>
    File,

    /// <summary>The REST API.</summary>
    Api,

    /// <summary>The auto-configuration server that manages ONTs (TR-069).</summary>
    Acs,
}
