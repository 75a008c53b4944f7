namespace IspPortal.Core.Messaging.Senders;

/// <summary>When a message that its provider could not take for its own sake is tried again.</summary>
internal static class MessageBackOff
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
    ];

    /// <summary>The pause after so many tries.</summary>
    public static TimeSpan After(int attempts) => Pauses[Math.Clamp(attempts - 1, 0, Pauses.Length - 1)];
}
