namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>How reliable a customer's line was.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its user name.</param>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Availability">How the time since it was first seen was spent.</param>
/// <param name="Losses">How often a session ended and none followed within two minutes, in time that counts.</param>
/// <param name="MeetsTarget">Whether it reaches the target of the settings; null: no time counts.</param>
public sealed record LineAvailabilityRow(Guid AccessId, string Username, Guid RouterId, string RouterName, Availability Availability, int Losses, bool? MeetsTarget);
