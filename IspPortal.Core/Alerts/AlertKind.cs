namespace IspPortal.Core.Alerts;

/// <summary>What kind of incident it is.</summary>
public enum AlertKind
{
    /// <summary>A router does not answer.</summary>
    RouterUnreachable,
}
