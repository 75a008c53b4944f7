namespace IspPortal.Core.Messaging;

/// <summary>How messages go out; a page of the settings.</summary>
public sealed record MessagingSettings
{
    /// <summary>Reminders and advertising wait from this hour of the business zone, 0–23.</summary>
    public int QuietFromHour { get; init; } = 21;

    /// <summary>Until this hour, 0–23. The same as the first: there are no quiet hours.</summary>
    public int QuietToHour { get; init; } = 7;

    /// <summary>Whether reminders to one address share a text where its template allows it.</summary>
    public bool MergesLines { get; init; } = true;

    /// <summary>A sender is paused after so many refusals in a row, 0–1,000; 0: never.</summary>
    public int PauseAfterRefusals { get; init; } = 20;

    /// <summary>A message is given up after so many tries of its own, 1–20.</summary>
    public int MostAttempts { get; init; } = 6;

    /// <summary>How long messages are kept, 30–3,650 days.</summary>
    public int KeepDays { get; init; } = 400;
}
