using IspPortal.Core.Messaging;

namespace IspPortal.Core.Alerts.Escalation;

/// <summary>Somebody was told of an incident.</summary>
/// <param name="Step">At which step, the first is 1.</param>
/// <param name="Name">Who; of a room its address.</param>
/// <param name="Channel">How.</param>
/// <param name="AtUtc">When it was handed to the message outbox.</param>
public sealed record AlertToldRow(int Step, string Name, MessageChannel Channel, DateTime AtUtc);
