using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab.Commands;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>Signs an API session in, by both ways that RouterOS has had, and knows what it may do.</summary>
internal sealed class LoginState(ApiConnection connection, EmulatedRouter router)
{
    private const int MaxFailures = 5;

    private HashSet<string> _policies = [];
    private byte[]? _challenge;
    private ConfigRow? _activeRow;
    private string _user = "";
    private int _failures;

    public bool IsLoggedIn { get; private set; }

    public string User => _user;

    /// <summary>This session as the one who changes something.</summary>
    public ChangeAuthor Author => new(_user, connection.Remote, Via, May);

    public bool May(string policy) => _policies.Contains(policy);

    public void Demand(string policy)
    {
        if (!May(policy))
        {
            throw Trap.NotPermitted.Raise();
        }
    }

    /// <summary>Handles <c>/login</c>; null when the session was ended.</summary>
    public ReplyBuffer? Answer(ApiRequest request)
    {
        var version = router.World.Version;
        var reply = new ReplyBuffer();
        var tag = router.TagOf(request);
        var name = request["name"];
        if (request["response"] is { } response && name is not null && version.HasChallengeLogin)
        {
            return Finish(reply, tag, name, Verify(name, password => IsResponse(password, response)));
        }

        if (name is not null && request["password"] is { } given && version.HasPlainLogin)
        {
            return Finish(reply, tag, name, Verify(name, password => password == given));
        }

        if (version.HasChallengeLogin)
        {
            _challenge = RandomNumberGenerator.GetBytes(16);
            reply.Done(tag, Convert.ToHexStringLower(_challenge));
            return reply;
        }

        return Finish(reply, tag, name ?? "", LoginOutcome.BadCredentials);
    }

    public void Leave()
    {
        var world = router.World;
        lock (world.Gate)
        {
            if (_activeRow is not null)
            {
                world.Menu("/user/active").Delete(_activeRow);
                _activeRow = null;
                world.Log.Write("system,info,account", $"user {_user} logged out from {connection.Remote} via {Via}");
            }
        }
    }

    private string Via => connection.IsTls ? "api-ssl" : "api";

    private LoginOutcome Verify(string name, Func<string, bool> isPassword)
    {
        var world = router.World;
        if (router.Faults.Has(LabFaultKind.WrongCredentials))
        {
            return LoginOutcome.BadCredentials;
        }

        lock (world.Gate)
        {
            var users = world.Menu("/user");
            var user = users.ByName(name);
            if (user is null || users.Get(user, "disabled") == "true" || !isPassword(users.Get(user, "password") ?? ""))
            {
                return LoginOutcome.BadCredentials;
            }

            var groups = world.Menu("/user/group");
            var group = groups.ByName(users.Get(user, "group") ?? "");
            _policies = group is null ? [] : [.. (groups.Get(group, "policy") ?? "").Split(',')];
            return _policies.Contains("api") && !router.Faults.Has(LabFaultKind.NoApiPermission) ? LoginOutcome.Welcome : LoginOutcome.NoApi;
        }
    }

    /// <summary>The old way: md5 of a zero byte, the password and the challenge.</summary>
    private bool IsResponse(string password, string response)
    {
        if (_challenge is null || !response.StartsWith("00", StringComparison.Ordinal))
        {
            return false;
        }

        byte[] secret = [0, .. Encoding.Latin1.GetBytes(password), .. _challenge];
#pragma warning disable CA5351 // The old login is MD5 by definition.
        var expected = Convert.ToHexStringLower(MD5.HashData(secret));
#pragma warning restore CA5351
        return response[2..].Equals(expected, StringComparison.OrdinalIgnoreCase);
    }

    private ReplyBuffer? Finish(ReplyBuffer reply, string? tag, string name, LoginOutcome outcome)
    {
        var world = router.World;
        lock (world.Gate)
        {
            if (outcome == LoginOutcome.Welcome)
            {
                Enter(world, name);
                reply.Done(tag);
                return reply;
            }

            world.Log.Write("system,error,critical", $"login failure for user {name} from {connection.Remote} via {Via}");
        }

        if (++_failures >= MaxFailures)
        {
            reply.Dispose();
            connection.SendFatal("too many commands before login");
            return null;
        }

        reply.Trap(tag, outcome == LoginOutcome.NoApi ? Trap.NotPermitted : new(world.Version.BadLoginMessage));
        reply.Done(tag);
        return reply;
    }

    private void Enter(RouterWorld world, string name)
    {
        IsLoggedIn = true;
        _user = name;
        var users = world.Menu("/user");
        var user = users.ByName(name)!;
        users.Set(user, "last-logged-in", world.Version.DateTimeText(RouterWorld.Local(world.NowTicks)));
        var active = world.Menu("/user/active");
        _activeRow = active.NewItem();
        _activeRow.Behind = world.NowTicks;
        active.Set(_activeRow, "name", name);
        active.Set(_activeRow, "address", connection.Remote);
        active.Set(_activeRow, "via", Via);
        active.Set(_activeRow, "group", users.Get(user, "group"));
        active.Insert(_activeRow);
        world.Log.Write("system,info,account", string.Create(CultureInfo.InvariantCulture, $"user {name} logged in from {connection.Remote} via {Via}"));
    }
}
