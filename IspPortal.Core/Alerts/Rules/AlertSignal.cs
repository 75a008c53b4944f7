namespace IspPortal.Core.Alerts.Rules;

/// <summary>What a rule looks at.</summary>
public enum AlertSignal
{
    /// <summary>A figure that is kept over time.</summary>
    Metric,

    /// <summary>Whether a router answers.</summary>
    RouterUnreachable,

    /// <summary>Whether a router shows the certificate that is trusted.</summary>
    RouterCertificate,

    /// <summary>Whether a router's isolir kit passed its check.</summary>
    IsolirKit,

    /// <summary>Whether lines were lost together, as the map finds it.</summary>
    Outage,
}
