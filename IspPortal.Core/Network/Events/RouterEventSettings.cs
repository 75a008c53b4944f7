namespace IspPortal.Core.Network.Events;

/// <summary>How long events of routers are kept; a page of the settings.</summary>
public sealed record RouterEventSettings
{
    /// <summary>Days that events of the log are kept, 7–730.</summary>
    public int KeepDays { get; init; } = 90;
}
