using System.Collections.Frozen;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Network.Addressing;

/// <summary>The services of addressing over a rig's routers and database, on a clock that stands still until it is moved.</summary>
internal sealed class AddressRig : IDisposable
{
    private static readonly Actor Noc = new(
        ActorKind.User, ProvisioningRig.Noc.Id, "noc@isp.test", [NetworkPermissions.RoutersRead, NetworkPermissions.RoutersOperate, NetworkPermissions.AccessesWrite], null);

    private readonly ProvisioningRig _rig;
    private readonly SettingsOf<AddressingSettings> _settings;
    private readonly AddressConflictKeeper _conflicts;

    public AddressRig(ProvisioningRig rig)
    {
        _rig = rig;
        _settings = new(() => Settings);
        _conflicts = new(rig.Database.Source, _settings, Clock);
        Harvest = new(rig.Database.Source, new AddressReader(rig.Clients, Clock), _conflicts, _settings, Clock);
    }

    public ManualClock Clock { get; } = new();

    public AddressingSettings Settings { get; set; } = new();

    public AddressHarvest Harvest { get; }

    public IAddressing Desk => DeskAs();

    public IAddressAssigner Assigner => AssignerAs();

    public Task FindAsync() => _conflicts.FindAsync(now: true, TestContext.Current.CancellationToken);

    public IAddressing DeskAs(params string[] permissions)
    {
        var actor = As(permissions);
        var factory = _rig.Database.FactoryAs(actor);
        return new AddressDesk(
            factory, new ProvisioningRig.FixedActor(actor), new PoolDirectory(factory, _settings, Clock), new AssignmentDirectory(factory, new NothingLive()), new ConflictDirectory(factory), Harvest, Clock);
    }

    public IAddressAssigner AssignerAs(params string[] permissions)
    {
        var actor = As(permissions);
        return new AddressAssigner(_rig.Database.FactoryAs(actor), new ProvisioningRig.FixedActor(actor));
    }

    public void Dispose() => _conflicts.Dispose();

    private static Actor As(string[] permissions) => permissions.Length == 0 ? Noc : Noc with { Permissions = permissions.ToFrozenSet(StringComparer.Ordinal) };
}
