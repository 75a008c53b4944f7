using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>Decides whether a modem gets in and with what: the account, its profile, an address.</summary>
internal static class SignIn
{
    /// <summary>What a session will be made of.</summary>
    internal readonly record struct Wish(
        string User, string Name, string Address, string? Pool, string LocalAddress, ShapedRate? Rate, string? AddressList, string Profile, bool OnlyOne);

    /// <summary>Null and the wish when it may come in; else the line for the log.</summary>
    public static string? Try(RouterWorld world, Modem modem, AddressPools pools, out Wish wish)
    {
        wish = default;
        return modem.Kind == AccessKind.Pppoe ? TryPppoe(world, modem, pools, out wish) : TryHotspot(world, modem, pools, out wish);
    }

    private static string? TryPppoe(RouterWorld world, Modem modem, AddressPools pools, out Wish wish)
    {
        wish = default;
        var secrets = world.Menu("/ppp/secret");
        var account = modem.Account;
        var user = secrets.Get(account, "name") ?? "";
        if (secrets.Get(account, "disabled") == "true"
            || secrets.Get(account, "service") is not ("any" or "pppoe")
            || (secrets.Get(account, "caller-id") is { Length: > 0 } bound && !bound.Equals(modem.CallerId, StringComparison.OrdinalIgnoreCase)))
        {
            return $"user {user} authentication failed";
        }

        var profiles = world.Menu("/ppp/profile");
        var profileName = secrets.Get(account, "profile") ?? "default";
        var profile = profiles.ByName(profileName);
        string? Of(string name) => profile is null ? null : profiles.Get(profile, name);

        var remote = secrets.Get(account, "remote-address") is { Length: > 0 } own ? own : Of("remote-address") ?? "";
        string? pool = null;
        if (remote.Length > 0 && AddressPools.ToNumber(remote) is null)
        {
            if (pools.Take(remote, user) is not { } taken)
            {
                return $"<pppoe-{user}>: could not determine remote address, pool {remote} is empty";
            }

            (pool, remote) = taken;
        }
        else if (remote.Length == 0)
        {
            return $"<pppoe-{user}>: could not determine remote address";
        }

        var servers = world.Menu("/interface/pppoe-server");
        var fixedName = servers.Items.Find(s => servers.Get(s, "user") == user && servers.Get(s, "disabled") != "true");
        wish = new(
            user,
            fixedName is null ? $"<pppoe-{user}>" : servers.Get(fixedName, "name") ?? "",
            remote,
            pool,
            secrets.Get(account, "local-address") is { Length: > 0 } local ? local : Of("local-address") ?? "",
            ShapedRate.Parse(Of("rate-limit")),
            Of("address-list") is { Length: > 0 } list ? list : null,
            profileName,
            Of("only-one") == "yes");
        return null;
    }

    private static string? TryHotspot(RouterWorld world, Modem modem, AddressPools pools, out Wish wish)
    {
        wish = default;
        var users = world.Menu("/ip/hotspot/user");
        var user = users.Get(modem.Account, "name") ?? "";
        if (users.Get(modem.Account, "disabled") == "true")
        {
            return $"{user}: login failed: user {user} is disabled";
        }

        if (HotspotLimits.Reached(world, modem, null, world.NowTicks) is { } reached)
        {
            return $"{user}: login failed: user {user} has reached {reached[..reached.LastIndexOf(' ')]}";
        }

        var profiles = world.Menu("/ip/hotspot/user/profile");
        var profileName = users.Get(modem.Account, "profile") ?? "default";
        var profile = profiles.ByName(profileName);
        string? Of(string name) => profile is null ? null : profiles.Get(profile, name);

        if (world.Access.Hotspot.Count(session => session.User == user) >= HotspotLimits.SharedUsers(profiles, profile))
        {
            return $"{user}: login failed: no more sessions are allowed for user {user}";
        }

        var address = users.Get(modem.Account, "address") is { Length: > 0 } own and not "0.0.0.0" ? own : null;
        string? pool = null;
        if (address is null)
        {
            var wanted = Of("address-pool") is { Length: > 0 } named and not "none" ? named : "hs-pool";
            if (pools.Take(wanted, user) is not { } taken)
            {
                return $"{user}: login failed: no more addresses in pool {wanted}";
            }

            (pool, address) = taken;
        }

        wish = new(
            user,
            $"<hotspot-{user}>",
            address,
            pool,
            "",
            ShapedRate.Parse(Of("rate-limit")),
            Of("address-list") is { Length: > 0 } list ? list : null,
            profileName,
            OnlyOne: false);
        return null;
    }
}
