namespace IspPortal.Core.Network.Access;

/// <summary>What one line should be on one router. The portal's side of the comparison; never what a router said.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">The secret's or hotspot user's name; for a static line the queue's name.</param>
/// <param name="State">What it should be.</param>
/// <param name="Profile">The profile of its plan on this router; for a static line null.</param>
public sealed record DesiredAccess(Guid AccessId, AccessService Service, string Username, AccessState State, string? Profile)
{
    /// <summary>The name that its router was last known to have for it; null: <see cref="Username"/>. A renamed line is looked for under both.</summary>
    public string? KnownAs { get; init; }

    /// <summary>The password, or null when it is not known: then it is never written, not even for a new secret.</summary>
    public string? Password { get; init; }

    /// <summary>True when the password was changed and this router has not confirmed it yet: it is then written even where the router hides passwords.</summary>
    public bool PasswordIsPending { get; init; }

    /// <summary>The profile while isolated; null when the router has no isolir kit: then isolating is refused.</summary>
    public string? IsolirProfile { get; init; }

    /// <summary>The profile while throttled; null keeps <see cref="Profile"/>.</summary>
    public string? ThrottledProfile { get; init; }

    /// <summary>A static line's speed; null is unlimited. PPPoE and hotspot have theirs in the profile.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>A static line's speed while throttled; null keeps <see cref="RateLimit"/>.</summary>
    public RateLimit? ThrottledRateLimit { get; init; }

    /// <summary>A fixed address; empty: none, the profile's pool; null: not the portal's business.</summary>
    public string? FixedAddress { get; init; }

    /// <summary>The only caller id (a MAC address) that may use it; empty: any; null: not the portal's business.</summary>
    public string? CallerId { get; init; }

    /// <summary>What a technician reads in the comment of a new item; an existing comment is kept, unless it says what <see cref="FormerNote"/> does.</summary>
    public string? Note { get; init; }

    /// <summary>What the portal wrote there before <see cref="Note"/>, or null.</summary>
    public string? FormerNote { get; init; }

    /// <summary>While <see cref="State"/> is absent: keep it disabled until then instead of removing it (a terminated line, 30 days). Null removes at once.</summary>
    public DateTime? KeepDisabledUntilUtc { get; init; }

    /// <summary>Disabled there only because the other router of a standby pair serves it.</summary>
    public bool IsStandby { get; init; }

    /// <summary>A subscription says what it should be: what its router holds cannot be adopted.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether an unowned item of that name on this router may be taken over.</summary>
    public bool MayAdopt { get; init; }
}
