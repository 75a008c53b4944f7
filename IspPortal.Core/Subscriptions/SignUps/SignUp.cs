namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>A sign-up under way.</summary>
/// <param name="Id">The sign-up, and the subscription it will become.</param>
/// <param name="Step">How far it came.</param>
/// <param name="Content">What is filled in.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record SignUp(Guid Id, SignUpStep Step, SignUpContent Content, long Version);
