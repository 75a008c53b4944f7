namespace IspPortal.Core.Customers.Documents;

/// <summary>Where a document stands to its last day.</summary>
public enum DocumentExpiry
{
    /// <summary>The last day is over.</summary>
    Expired,

    /// <summary>It ends within <see cref="DocumentSettings.ExpiringSoonDays"/>, today included.</summary>
    ExpiringSoon,

    /// <summary>It has a last day, and that is further away.</summary>
    Valid,

    /// <summary>It has none.</summary>
    Endless,
}
