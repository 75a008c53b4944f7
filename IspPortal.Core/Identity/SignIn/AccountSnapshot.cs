namespace IspPortal.Core.Identity.SignIn;

/// <summary>What a valid session may do now.</summary>
/// <param name="Actor">The actor without its address.</param>
/// <param name="Session">The session's present contents.</param>
/// <param name="Roles">Held roles.</param>
public sealed record AccountSnapshot(Actor Actor, AccountSession Session, IReadOnlyList<string> Roles);
