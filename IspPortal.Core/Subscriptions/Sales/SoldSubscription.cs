namespace IspPortal.Core.Subscriptions.Sales;

/// <summary>What was sold, with the password that is shown this once.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="AccessId">Its line.</param>
/// <param name="Username">The line's user name.</param>
/// <param name="Password">The generated password; null when it was given, when the line has none, or when this sale was made before.</param>
public sealed record SoldSubscription(Guid Id, string Number, Guid AccessId, string Username, string? Password);
