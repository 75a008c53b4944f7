using System.Collections.Frozen;
using IspPortal.Core.Audit;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Backups;
using IspPortal.Infrastructure.Audit;
using IspPortal.Infrastructure.Network.Backups;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Network.Backups;

/// <summary>The services of backups over a rig's routers.</summary>
internal sealed class BackupRig(ProvisioningRig rig)
{
    private static readonly Actor Noc = new(
        ActorKind.User,
        ProvisioningRig.Noc.Id,
        "noc@isp.test",
        [NetworkPermissions.RoutersRead, NetworkPermissions.RoutersApply, NetworkPermissions.RoutersOperate, NetworkPermissions.RoutersWrite],
        null);

    private readonly BackupFiles _files = new(Options.Create(rig.Database.Options), new EphemeralDataProtectionProvider());

    public BackupSettings Settings { get; set; } = new();

    public string Folder => Path.Combine(rig.Database.Options.DataDirectory, "backups", "routers");

    public RouterBackupTaker Taker =>
        new(rig.Database.Source, new RouterTextReader(rig.Clients, rig.Guards), _files, new SettingsOf<BackupSettings>(() => Settings), TimeProvider.System);

    public IRouterBackups As(params string[] permissions)
    {
        var actor = permissions.Length == 0 ? Noc : Noc with { Permissions = permissions.ToFrozenSet(StringComparer.Ordinal) };
        var factory = rig.Database.FactoryAs(actor);
        IAuditWriter audit = new AuditWriter(factory);
        return new RouterBackups(factory, new ProvisioningRig.FixedActor(actor), Taker, new RouterTextReader(rig.Clients, rig.Guards), _files, rig.Reader, rig.Drafts, audit);
    }
}
