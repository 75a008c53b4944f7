namespace IspPortal.Core.Mapping.Ports;

/// <summary>A line that goes through a drop.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its user name.</param>
/// <param name="SubscriptionId">What was sold over it, or null.</param>
/// <param name="CustomerName">To whom, or null.</param>
public sealed record PortLine(Guid AccessId, string Username, Guid? SubscriptionId, string? CustomerName);
