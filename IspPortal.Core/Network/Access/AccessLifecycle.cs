namespace IspPortal.Core.Network.Access;

/// <summary>Where a line stands between order and end.</summary>
public enum AccessLifecycle
{
    /// <summary>Ordered, not installed yet.</summary>
    Pending,

    /// <summary>In use.</summary>
    Live,

    /// <summary>Ended. Its username stays reserved.</summary>
    Terminated,
}
