namespace IspPortal.Core.Network.Routers;

/// <summary>What can be wrong with a router that answers.</summary>
public enum RouterAdviceKind
{
    /// <summary>The API user's group lacks a policy: {0} its name. What fails without it is said by the policy's own text.</summary>
    LacksRight,

    /// <summary>The group gives full rights although the portal needs few: {0} the group.</summary>
    TooManyRights,

    /// <summary>The account may not see its own rights.</summary>
    RightsUnknown,

    /// <summary>The clocks differ: {0} by how many seconds (positive: the router is ahead).</summary>
    ClockSkew,

    /// <summary>Little room is left for sessions: {0} live, {1} allowed by the licence, {2} its level.</summary>
    LicenceNearlyFull,

    /// <summary>More sessions are planned than the licence allows: {0} planned, {1} allowed, {2} its level.</summary>
    LicenceTooSmall,

    /// <summary>Few API sessions are allowed at once: {0} how many.</summary>
    FewApiSessions,

    /// <summary>The API service answers everybody.</summary>
    OpenToAll,

    /// <summary>Passwords cross the network in the clear: the API is spoken without TLS.</summary>
    WithoutTls,
}
