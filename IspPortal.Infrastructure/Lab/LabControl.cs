using IspPortal.Core.Common.Results;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab.Commands;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab;

/// <summary>The switches, over the network that runs in this process, if any.</summary>
internal sealed class LabControl : ILabControl
{
    private volatile LabNetwork? _network;

    public bool IsRunning => _network is not null;

    /// <summary>The network to act on; null while none runs.</summary>
    public LabNetwork? Network
    {
        get => _network;
        set => _network = value;
    }

    public IReadOnlyList<LabRouterStatus> Routers() => _network is { } network ? [.. network.Routers.Select(r => r.Status()).OrderBy(r => r.Name, StringComparer.Ordinal)] : [];

    public Task<Result> ThrowAsync(string routerName, LabFault fault, CancellationToken cancellationToken = default) => On(routerName, router => router.Throw(fault));

    public Task<Result> ClearAsync(string routerName, CancellationToken cancellationToken = default) => On(routerName, router => router.ClearFaults());

    public Task<Result> PowerOffAsync(string routerName, CancellationToken cancellationToken = default) => On(routerName, router => router.PowerOff());

    public Task<Result> PowerOnAsync(string routerName, CancellationToken cancellationToken = default) => On(routerName, router => router.PowerOn());

    public Task<Result<int>> KickAllAsync(string routerName, CancellationToken cancellationToken = default)
    {
        var found = Find(routerName);
        return Task.FromResult(found.Succeeded ? Within(found.Value, world => world.Access.KickAll()) : (Result<int>)found.Error);
    }

    public Task<Result<int>> ReconnectStormAsync(CancellationToken cancellationToken = default) => Task.FromResult(
        _network is { } network ? network.Routers.Sum(r => Within(r, world => world.Access.Storm())) : (Result<int>)LabErrors.NotRunning);

    public Task<Result> EditAsync(string routerName, LabEdit edit, CancellationToken cancellationToken = default)
    {
        var found = Find(routerName);
        return Task.FromResult(found.Succeeded ? Within(found.Value, world => Edited(world, edit)) : found.WithoutValue());
    }

    public Result<LabTrueRate> TrueRate(string routerName, string username, DateTime atUtc)
    {
        var found = Find(routerName);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var ticks = atUtc.ToUniversalTime().Ticks;
        var rate = Within(found.Value, world => RateOf(world, RosText.FromText(username), ticks) ?? RateOf(world, username, ticks));
        return rate is { } known ? known : LabErrors.UserNotOnline(username);
    }

    /// <summary>Reads or changes a router's world, alone with it.</summary>
    public static T Within<T>(EmulatedRouter router, Func<RouterWorld, T> read)
    {
        lock (router.World.Gate)
        {
            router.World.Advance();
            return read(router.World);
        }
    }

    private static Result Edited(RouterWorld world, LabEdit edit)
    {
        var users = world.Menu("/user");
        if (users.ByName(RosText.FromText(edit.User)) is not { } user)
        {
            return LabErrors.EditRefused(Trap.NoSuchItemOnWrite.Message);
        }

        var groups = world.Menu("/user/group");
        var policies = groups.ByName(users.Get(user, "group") ?? "") is { } group ? (groups.Get(group, "policy") ?? "").Split(',') : [];
        var request = ApiRequest.From([edit.Command, .. edit.Arguments.Select(a => RosText.FromText($"={a.Key}={a.Value}"))])!;
        if (!world.Menus.TryGetValue(request.Path, out var menu))
        {
            return LabErrors.EditRefused(Trap.NoSuchPrefix.Message);
        }

        try
        {
            new ChangeCommand(world, new(RosText.FromText(edit.User), edit.Address, "tcp-msg(winbox)", policies.Contains), menu, request).Run();
            return Result.Success;
        }
        catch (TrapException e)
        {
            return LabErrors.EditRefused(e.Trap.Message);
        }
    }

    private static LabTrueRate? RateOf(RouterWorld world, string user, long ticks)
    {
        var session = world.Access.Ppp.Concat(world.Access.Hotspot).FirstOrDefault(s => s.User == user && s.DeadSinceTicks > ticks);
        (double Down, double Up)? rate = session?.RateAt(ticks)
            ?? world.Access.Lines.FirstOrDefault(l => world.Menu("/queue/simple").Get(l.Queue, "name") == user)?.RateAt(ticks);
        return rate is { } bytes ? new(8 * bytes.Down, 8 * bytes.Up) : null;
    }

    private Result<EmulatedRouter> Find(string name) => _network is not { } network ? LabErrors.NotRunning
        : network.Find(name) is { } router ? router
        : LabErrors.RouterNotFound(name);

    private Task<Result> On(string name, Action<EmulatedRouter> action)
    {
        var found = Find(name);
        if (found.Succeeded)
        {
            action(found.Value);
        }

        return Task.FromResult(found.WithoutValue());
    }
}
