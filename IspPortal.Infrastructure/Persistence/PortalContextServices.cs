using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence.Conventions;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>What every context of one process shares.</summary>
internal sealed record PortalContextServices(SecretProtector Secrets, TimeProvider Clock, EventCatalog Events, OutboxWake Wake);
