using IspPortal.Core.Messaging;

namespace IspPortal.Core.Alerts.Escalation;

/// <summary>A room or endpoint that is told, rather than a person.</summary>
/// <param name="Channel">Telegram (a group's chat id), chat room or webhook.</param>
/// <param name="Address">As the channel says.</param>
public sealed record AlertRoom(MessageChannel Channel, string Address);
