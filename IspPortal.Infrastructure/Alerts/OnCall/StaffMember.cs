using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Alerts.OnCall;

/// <summary>A person who can be told, and how.</summary>
internal sealed record StaffMember(Guid UserId, string Name, IReadOnlyList<string> Roles, string Language, IReadOnlyDictionary<MessageChannel, string> Addresses, IReadOnlyList<MessageChannel> Channels);
