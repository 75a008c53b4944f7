namespace IspPortal.Core.Mapping.Exchange;

/// <summary>What reading a file in makes of one thing, the most pressing first.</summary>
public enum PlantImportVerdict
{
    /// <summary>It cannot be taken, and keeps the rest from being taken.</summary>
    Wrong,

    /// <summary>It is drawn.</summary>
    New,

    /// <summary>It is there and becomes what the file says.</summary>
    Changed,

    /// <summary>It is there, is otherwise, and stays: changing was not asked for.</summary>
    Kept,

    /// <summary>It is there just so.</summary>
    Same,
}
