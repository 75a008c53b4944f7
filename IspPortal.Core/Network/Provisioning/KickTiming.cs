namespace IspPortal.Core.Network.Provisioning;

/// <summary>When live sessions feel a change.</summary>
public enum KickTiming
{
    /// <summary>Each session is ended right after its change.</summary>
    Now,

    /// <summary>Nobody is cut off; the change holds from the next time a modem dials.</summary>
    NextRedial,

    /// <summary>Sessions are ended in a window of the night, so many a second.</summary>
    Window,
}
