namespace IspPortal.Core.Alerts;

/// <summary>What kind of incident it is.</summary>
public enum AlertKind
{
    /// <summary>A router does not answer.</summary>
    RouterUnreachable,

    /// <summary>A router shows another TLS certificate than the trusted one: it was replaced, or somebody stands between.</summary>
    RouterCertificateChanged,

    /// <summary>The check of a router's isolir kit is not good any more: nobody is isolated there.</summary>
    IsolirKitRed,

    /// <summary>Lines were lost together; the subject is the outage.</summary>
    Outage,

    /// <summary>A rule on a figure.</summary>
    Metric,
}
