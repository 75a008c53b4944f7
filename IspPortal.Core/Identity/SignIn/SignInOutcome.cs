namespace IspPortal.Core.Identity.SignIn;

/// <summary>How far a right password led: exactly one of the two is not null.</summary>
/// <param name="Session">The session, when the person is signed in.</param>
/// <param name="Pending">What the code step needs, when the account has an authenticator.</param>
public sealed record SignInOutcome(AccountSession? Session, PendingSignIn? Pending);
