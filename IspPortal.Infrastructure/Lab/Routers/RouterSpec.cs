using IspPortal.Infrastructure.Lab.Sample;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>What an emulated router is before anybody configured it.</summary>
internal sealed record RouterSpec(string Name, LabVersion Version, ulong Seed)
{
    public string Board { get; init; } = "CCR2004-1G-12S+2XS";

    /// <summary>How many of its customers come in over its radio; none for a router without one.</summary>
    public int RadioClients { get; init; }

    /// <summary>The level of its licence: the large boards come with 6, the others with 5.</summary>
    public int LicenceLevel => Board.StartsWith("CCR", StringComparison.Ordinal) || Board.StartsWith("RB1100", StringComparison.Ordinal) ? 6 : 5;

    public string Architecture { get; init; } = "arm64";

    /// <summary>Third octet base of its pools: the router's number.</summary>
    public int Number { get; init; } = 1;

    public IReadOnlyList<SamplePlan> Plans { get; init; } = SamplePlan.All;

    public IEnumerable<SampleSubscriber> Subscribers { get; init; } = [];

    /// <summary>The mark that a subscriber's item carries because a portal keeps it, and whether it is isolated; without a mark nobody keeps it.</summary>
    public Func<SampleSubscriber, (string? Tag, bool IsIsolated)> Keeping { get; init; } = static _ => (null, false);

    /// <summary>Its API users, with their passwords.</summary>
    public string Password { get; init; } = "Lab-2026!";

    /// <summary>Whole behaviour of modems.</summary>
    public ModemHabits Habits { get; init; } = new();

    /// <summary>How long it has been up when the lab first starts it.</summary>
    public TimeSpan UptimeAtStart { get; init; } = TimeSpan.FromDays(23);

    /// <summary>From power on to the first answer.</summary>
    public TimeSpan BootTime { get; init; } = TimeSpan.FromSeconds(5);
}
