using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring.Collection;

internal sealed record EndedSession(Guid RecordId, Guid AccessId, DateTime AtUtc, SessionEndReason Reason, long? DownBytes, long? UpBytes);
