namespace IspPortal.Core.Mapping.Live;

/// <summary>How a line stands on the map: one colour and one word each.</summary>
public enum MapLineState
{
    /// <summary>A session is live.</summary>
    Online,

    /// <summary>Its router was read and has no session of it, though it may be online.</summary>
    Offline,

    /// <summary>It reaches the pay page alone, whether it is connected or not.</summary>
    Isolated,

    /// <summary>Its router does not answer: nobody knows. Never the same as offline.</summary>
    Unknown,

    /// <summary>It is meant to be off: not installed yet, paused, or held by hand or for abuse. No fault.</summary>
    Off,
}
