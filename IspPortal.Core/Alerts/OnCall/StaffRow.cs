using IspPortal.Core.Messaging;

namespace IspPortal.Core.Alerts.OnCall;

/// <summary>A person who can be told.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Channels">How the person wants to be told.</param>
/// <param name="IsReachable">Whether each of those has an address.</param>
public sealed record StaffRow(Guid UserId, string Name, IReadOnlyList<MessageChannel> Channels, bool IsReachable);
