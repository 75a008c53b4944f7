using IspPortal.Core.Network.Routers;

namespace IspPortal.Core.Network.Pairs;

/// <summary>A router and its partner, as seen from the router.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="State">Its reachability.</param>
/// <param name="PartnerId">The partner; null: it has none, and every count is 0.</param>
/// <param name="PartnerName">The partner's name, or null.</param>
/// <param name="PartnerState">The partner's reachability, or null.</param>
/// <param name="Mode">How the partner keeps the lines; null without a partner.</param>
/// <param name="Lines">Live lines that the router serves.</param>
/// <param name="PartnerLines">Live lines that the partner serves.</param>
/// <param name="WithoutTwin">Lines of the pair that are on one of the two only.</param>
/// <param name="Unlike">Lines of the pair that are declared on both and not alike.</param>
/// <param name="AwayFromRouter">Lines that belong to the router and are served by the partner.</param>
/// <param name="AwayFromPartner">Lines that belong to the partner and are served by the router.</param>
/// <param name="OpenPlans">Plans of the pair that are not over yet, newest first; at most ten.</param>
public sealed record RouterPair(
    Guid RouterId, string RouterName, RouterState State, Guid? PartnerId, string? PartnerName, RouterState? PartnerState, PairMode? Mode, int Lines, int PartnerLines, int WithoutTwin, int Unlike,
    int AwayFromRouter, int AwayFromPartner, IReadOnlyList<PairPlanRow> OpenPlans);
