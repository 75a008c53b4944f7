namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>A sign-up under way, in a list.</summary>
/// <param name="Id">The sign-up.</param>
/// <param name="CustomerName">The customer, or null while none is chosen.</param>
/// <param name="Step">How far it came.</param>
/// <param name="CreatedBy">Who began it.</param>
/// <param name="UpdatedAtUtc">When somebody last went on with it.</param>
public sealed record SignUpRow(Guid Id, string? CustomerName, SignUpStep Step, string CreatedBy, DateTime UpdatedAtUtc);
