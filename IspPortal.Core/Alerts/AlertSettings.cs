namespace IspPortal.Core.Alerts;

/// <summary>How incidents behave, whatever opened them; a page of the settings.</summary>
public sealed record AlertSettings
{
    /// <summary>An incident that opens so often within the window flaps, 2–20.</summary>
    public int FlapsAfter { get; init; } = 4;

    /// <summary>That window, 5–240 min.</summary>
    public int FlapWindowMinutes { get; init; } = 30;

    /// <summary>One that flaps ends after so long without trouble, 2–240 min.</summary>
    public int CalmMinutes { get; init; } = 15;

    /// <summary>What was hidden shows so long after what hid it is over, unless it is over too, 15–600 s.</summary>
    public int SurfacesAfterSeconds { get; init; } = 60;

    /// <summary>How long what is over is kept, 30–3,650 days.</summary>
    public int KeepDays { get; init; } = 730;
}
