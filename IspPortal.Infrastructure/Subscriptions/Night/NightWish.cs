using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Subscriptions.Night;

/// <summary>What lines of one plan on one router are to have now.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Plan">Its short name.</param>
/// <param name="RouterId">The router that serves them.</param>
/// <param name="Service">How.</param>
/// <param name="Percent">Of the plan's speed; null: the plan's own.</param>
/// <param name="Own">The plan's profile there; empty for static lines.</param>
/// <param name="Speed">In RouterOS's words.</param>
/// <param name="Reconnects">Sessions are ended so that they dial in with it.</param>
internal sealed record NightWish(Guid PlanId, string Plan, Guid RouterId, AccessService Service, int? Percent, string Own, string Speed, bool Reconnects)
{
    /// <summary>The profile; null for static lines.</summary>
    public string? Profile => Service == AccessService.Static ? null : NightProfile.NameOf(Own, Percent);

    /// <summary>The line's own speed; null unless it is static.</summary>
    public string? RateLimit => Service == AccessService.Static ? Speed : null;
}
