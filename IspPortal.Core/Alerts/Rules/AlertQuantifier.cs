namespace IspPortal.Core.Alerts.Rules;

/// <summary>How many of its subjects must be bad. All but the first make one incident for each router, of what the router's polls say.</summary>
public enum AlertQuantifier
{
    /// <summary>Each subject has an incident of its own.</summary>
    Each,

    /// <summary>At least one.</summary>
    Any,

    /// <summary>At least so many.</summary>
    AtLeast,

    /// <summary>At least so many percent of those that are known.</summary>
    AtLeastPercent,

    /// <summary>All that are known.</summary>
    All,
}
