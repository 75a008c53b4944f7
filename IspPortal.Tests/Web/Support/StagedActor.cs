using System.Collections.Frozen;
using IspPortal.Core.Alerts;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network;

namespace IspPortal.Tests.Web.Support;

/// <summary>An operator with the permissions a test gives.</summary>
internal sealed class StagedActor(params IEnumerable<string> permissions) : ICurrentActor
{
    public static StagedActor Operator => new(
        MonitoringPermissions.MonitoringRead, NetworkPermissions.RoutersRead, NetworkPermissions.SessionsRead, AlertPermissions.AlertsRead, AlertPermissions.AlertsWrite,
        MappingPermissions.MapRead);

    public Actor Actor { get; } = new(ActorKind.User, new Guid("00000000-0000-7000-a000-000000000001"), "Sari Wulandari", permissions.ToFrozenSet(), "127.0.0.1");
}
