namespace IspPortal.Core.Alerts;

/// <summary>How bad it is.</summary>
public enum AlertSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Customers are hit.</summary>
    Critical,

    /// <summary>Everything else waits.</summary>
    Emergency,
}
