using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Pairs;

/// <summary>One live line of a pair.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">Its name on the routers.</param>
/// <param name="Wanted">What it should be where it is served.</param>
/// <param name="State">How alike it is on the two.</param>
/// <param name="ServedBy">The router of the two that serves it.</param>
/// <param name="ServedByName">That router's name.</param>
/// <param name="HomeRouterId">Where it belongs, when that is the other one; else null.</param>
/// <param name="Presence">Whether it is online on either of them.</param>
/// <param name="Obstacle">What is known, without reading a router, to keep it from being put on or moved to the other one; null: nothing.</param>
public sealed record PairLineRow(
    Guid AccessId, AccessService Service, string Username, AccessState Wanted, PairLineState State, Guid ServedBy, string ServedByName, Guid? HomeRouterId, AccessPresence Presence, PlanFindingKind? Obstacle);
