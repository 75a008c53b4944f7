namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>How the customers' devices behave. The defaults are what Indonesian ISPs see.</summary>
internal sealed record ModemHabits
{
    /// <summary>Soonest redial after a session ended.</summary>
    public TimeSpan RedialFrom { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Latest redial.</summary>
    public TimeSpan RedialTo { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Share that does not redial.</summary>
    public double NeverShare { get; init; } = 0.02;

    /// <summary>Somebody pulls the plug of such a device after 1 to 2 times this and it dials again; null: never.</summary>
    public TimeSpan? NeverLastsFor { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Mean life of a session; null: sessions do not end by themselves.</summary>
    public TimeSpan? MeanSessionLife { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Share of sessions whose end the router only notices by keepalive.</summary>
    public double GhostShare { get; init; } = 0.4;

    /// <summary>How long a ghost stays.</summary>
    public TimeSpan Keepalive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Share that is online when the lab starts.</summary>
    public double OnlineAtStart { get; init; } = 0.96;

    /// <summary>How old a session may be when the lab starts.</summary>
    public TimeSpan OldestAtStart { get; init; } = TimeSpan.FromDays(5);

    /// <summary>Habits without chance: all online, nobody leaves, everybody redials.</summary>
    public static ModemHabits Steady { get; } = new() { NeverShare = 0, MeanSessionLife = null, GhostShare = 0, OnlineAtStart = 1 };
}
