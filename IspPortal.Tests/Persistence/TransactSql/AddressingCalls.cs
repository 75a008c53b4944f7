using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.Network.Addressing;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of pools, fixed addresses and their conflicts.</summary>
internal sealed class AddressingCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["PoolDirectory"] = async services =>
        {
            var addressing = services.GetRequiredService<IAddressing>();
            await addressing.ListRoutersAsync(Token);
            foreach (var sort in (string?[])[null, "used", "name", "router", "size", "read"])
            {
                await addressing.ListPoolsAsync(new(Id, true, PoolFamily.Ipv4), new(2, 10, "a%_[", sort), Token);
                await addressing.ListPoolsAsync(new(), new(1, 10, null, sort, true), Token);
            }
        },
        ["AssignmentDirectory"] = async services =>
        {
            var addressing = services.GetRequiredService<IAddressing>();
            foreach (var sort in (string?[])[null, "address", "username", "router"])
            {
                await addressing.ListAssignmentsAsync(new(Id, Id, null, true), new(2, 10, "10.2", sort), Token);
                await addressing.ListAssignmentsAsync(new(Owned: true), new(1, 10, null, sort, true), Token);
                await addressing.ListAssignmentsAsync(new(Owned: false, Live: false), new(1, 10, "a%_[", sort, true), Token);
            }
        },
        ["ConflictDirectory"] = async services =>
        {
            var addressing = services.GetRequiredService<IAddressing>();
            foreach (var sort in (string?[])[null, "address", "kind", "firstSeen"])
            {
                await addressing.ListConflictsAsync(new(AddressConflictKind.InsidePool, AddressConflictState.Open, Id, Id), new(2, 10, "a%_[", sort), Token);
                await addressing.ListConflictsAsync(new(State: AddressConflictState.Resolved), new(1, 10, null, sort, true), Token);
            }
        },
        ["AddressDesk"] = async services =>
        {
            await services.GetRequiredService<IAddressing>().MarkIntendedAsync(Id, "a", Token);
            await services.GetRequiredService<IAddressing>().MarkOpenAsync(Id, Token);
        },
        ["AddressAssigner"] = async services =>
        {
            var assigner = services.GetRequiredService<IAddressAssigner>();
            await assigner.CheckAsync(Id, "10.0.0.1", Id, Token);
            await assigner.FindFreeAsync(Id, "10.0.0.0/24", Token);
            await assigner.FindFreeInPoolAsync(Id, Token);
            await assigner.AssignAsync(Id, "10.0.0.0/24", Token);
        },
        ["AddressHarvest"] = async services => await services.GetRequiredService<AddressHarvest>().ReadDueAsync(false, Token),
        ["AddressConflictKeeper"] = async services => await services.GetRequiredService<AddressConflictKeeper>().FindAsync(true, Token),
    };
}
