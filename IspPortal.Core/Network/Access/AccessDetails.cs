using IspPortal.Core.Network.Sessions;

namespace IspPortal.Core.Network.Access;

/// <summary>One access with its live session, if it has one.</summary>
/// <param name="Row">The account.</param>
/// <param name="Session">The live session; null when offline or unknown (see <see cref="AccessRow.Presence"/>).</param>
/// <param name="FirstSeenAtUtc">When it was first discovered.</param>
public sealed record AccessDetails(AccessRow Row, SessionRow? Session, DateTime FirstSeenAtUtc);
