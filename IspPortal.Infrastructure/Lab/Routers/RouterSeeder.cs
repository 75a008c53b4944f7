using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Lab.Menus.Catalog;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>Configures a factory-new router as the sample ISP would.</summary>
internal static class RouterSeeder
{
    private static readonly (string Name, string Group)[] Users =
    [
        ("admin", "full"), (SampleRouter.PortalUser, "full"), ("reader", "read"), ("noapi", "no-api"), ("nosensitive", "no-sensitive"), ("noftp", "no-ftp"),
    ];

    public static void Seed(RouterWorld world)
    {
        var spec = world.Spec;
        var interfaces = world.Menu("/interface");
        SeedSingletons(world);
        world.Menu("/system/identity").Items[0].Values[0] = spec.Name;
        SeedInterfaces(world);
        SeedUsers(world);

        var octet = spec.Number % 250;
        world.Menu("/ip/pool").Seed(("name", "pppoe-pool"), ("ranges", $"10.{octet}.0.10-10.{octet}.31.250"));
        world.Menu("/ip/pool").Seed(("name", "isolir-pool"), ("ranges", $"10.{octet}.200.2-10.{octet}.203.254"));
        world.Menu("/ip/pool").Seed(("name", "hs-pool"), ("ranges", $"10.{octet}.240.10-10.{octet}.247.250"));
        world.Menu("/ip/hotspot").Seed(("name", "hotspot1"), ("interface", "ether4"), ("address-pool", "hs-pool"));
        world.Menu("/ip/dhcp-server").Seed(("name", DhcpLeases.Server), ("interface", "ether4"), ("address-pool", "hs-pool"));
        world.Menu("/ip/dhcp-server").Seed(("name", DhcpLeases.DedicatedServer), ("interface", "ether5"), ("address-pool", "static-only"));
        var dedicated = $"103.{120 + ((octet - 1) / 64)}.{(octet - 1) % 64 * 4}";
        world.Menu("/ip/address").Seed(("address", $"{dedicated}.1/22"), ("network", $"{dedicated}.0"), ("interface", "ether5"));
        world.Menu("/ip/address").Seed(("address", $"10.255.{octet}.2/30"), ("network", $"10.255.{octet}.0"), ("interface", "ether1"), ("comment", "uplink"));
        world.Menu("/interface/pppoe-server/server").Seed(("service-name", "pppoe-olt1"), ("interface", "ether2"), ("default-profile", "default"), ("disabled", "false"));
        world.Menu("/interface/pppoe-server/server").Seed(("service-name", "pppoe-olt2"), ("interface", "ether3"), ("default-profile", "default"), ("disabled", "false"));
        world.Menu("/ip/neighbor").Seed(
            ("interface", "ether1"),
            ("address", $"10.255.{octet}.1"),
            ("address4", $"10.255.{octet}.1"),
            ("mac-address", Modem.MacOf(spec.Seed)),
            ("identity", "CORE-CIKARANG"),
            ("version", "7.18.2 (stable)"),
            ("board", "CCR2216-1G-12XS-2XQ"));
        world.Menu(Netwatch.Path).Seed(("host", $"10.255.{octet}.1"), ("name", "core"), ("comment", "uplink"));

        FirewallMenus.Seed(world);
        var profiles = world.Menu("/ppp/profile");
        profiles.Seed(("name", "default"), ("use-encryption", "default"), ("change-tcp-mss", "yes"), ("default", "true"));
        profiles.Seed(("name", "default-encryption"), ("use-encryption", "yes"), ("change-tcp-mss", "yes"), ("default", "true"));
        var hotspotProfiles = world.Menu("/ip/hotspot/user/profile");
        hotspotProfiles.Seed(("name", "default"), ("default", "true"));
        foreach (var plan in spec.Plans)
        {
            if (plan.Kind == AccessKind.Pppoe)
            {
                profiles.Seed(
                    ("name", plan.Code),
                    ("local-address", $"10.{octet}.0.1"),
                    ("remote-address", "pppoe-pool"),
                    ("dns-server", "103.120.0.53,1.1.1.1"),
                    ("change-tcp-mss", "yes"),
                    ("only-one", "yes"),
                    ("rate-limit", plan.RateLimit));
            }
            else if (plan.Kind == AccessKind.Hotspot)
            {
                hotspotProfiles.Seed(("name", plan.Code), ("address-pool", "hs-pool"), ("rate-limit", plan.RateLimit), ("shared-users", "2"));
            }
        }

        profiles.Seed(
            ("name", "isolir"),
            ("local-address", $"10.{octet}.200.1"),
            ("remote-address", "isolir-pool"),
            ("rate-limit", "256k/256k"),
            ("address-list", "isolir"),
            ("only-one", "yes"),
            ("comment", "isolir: redirect to the payment page"));
        foreach (var subscriber in spec.Subscribers)
        {
            Seed(world, subscriber);
        }

        if (spec.Subscribers.FirstOrDefault(subscriber => subscriber is { Kind: AccessKind.Pppoe, FixedAddress: not null }) is { } watched)
        {
            world.Menu(Netwatch.Path).Seed(("host", watched.FixedAddress), ("name", "customer"), ("comment", RosText.FromText(watched.Company ?? watched.FullName)));
        }
    }

    /// <summary>Items that every router has and that are not configuration: singletons, facts, sensors.</summary>
    public static void SeedSingletons(RouterWorld world)
    {
        foreach (var menu in world.Menus.Values.Where(m => m.IsSingleton && m.Items.Count == 0))
        {
            menu.Insert(menu.NewItem());
        }

        if (world.Version.HasHealthRows && world.Menu("/system/health") is { Items.Count: 0 } health)
        {
            foreach (var (name, unit) in (ReadOnlySpan<(string, string)>)[("voltage", "V"), ("temperature", "C"), ("cpu-temperature", "C"), ("fan1-speed", "RPM"), ("psu1-state", ""), ("psu2-state", "")])
            {
                var sensor = health.Seed(("name", name), ("type", unit));
                sensor.Behind = name;
            }
        }
    }

    /// <summary>
    /// The lab has another password than when these users were made: they take it, except those whose password a client changed. What lies behind a user is the
    /// password it was made with; folders of earlier versions do not say, there it was the lab's.
    /// </summary>
    public static void TakePassword(RouterWorld world)
    {
        var users = world.Menu("/user");
        foreach (var user in users.Items.Where(user => Users.Any(made => made.Name == users.Get(user, "name"))))
        {
            if (user.Behind is not string before || users.Get(user, "password") == RosText.FromText(before))
            {
                users.Set(user, "password", RosText.FromText(world.Spec.Password));
                user.Behind = world.Spec.Password;
            }
        }
    }

    /// <summary>Ties what was stored to what lives: ports to interfaces, modems to accounts, lines to queues.</summary>
    public static void Attach(RouterWorld world)
    {
        var interfaces = world.Menu("/interface");
        foreach (var row in interfaces.Items)
        {
            row.Behind = interfaces.Get(row, "default-name") switch { "ether1" => -1, "ether2" => 0, "ether3" => 1, "ether4" => 2, "ether5" => 3, _ => null };
        }

        AttachModems(world, "/ppp/secret", AccessKind.Pppoe);
        AttachModems(world, "/ip/hotspot/user", AccessKind.Hotspot);
        var queues = world.Menu("/queue/simple");
        foreach (var queue in queues.Items.Where(q => queues.Get(q, "disabled") != "true" && QueueMenus.IsOneHost(queues.Get(q, "target"))))
        {
            world.Access.AttachLine(queue, ShapedRate.Parse(queues.Get(queue, "max-limit")), Traffic.Noise.SeedOf(queues.Get(queue, "name") ?? ""));
        }
    }

    private static void AttachModems(RouterWorld world, string path, AccessKind kind)
    {
        var menu = world.Menu(path);
        foreach (var account in menu.Items.Where(a => menu.Get(a, "default") != "true"))
        {
            var seed = Traffic.Noise.SeedOf(menu.Get(account, "name") ?? "", world.Spec.Seed);
            var isOffice = (menu.Get(account, "profile") ?? "").StartsWith("BISNIS", StringComparison.Ordinal);
            var callerId = menu.Get(account, "last-caller-id") is { Length: > 0 } known ? known : null;
            world.Access.Attach(kind, account, callerId, seed, isOffice);
        }
    }

    private static void Seed(RouterWorld world, SampleSubscriber subscriber)
    {
        var (tag, isIsolated) = world.Spec.Keeping(subscriber);
        var words = subscriber.Company ?? subscriber.FullName;
        var comment = RosText.FromText(tag is null ? words : OwnershipTag.Append(words, tag));
        switch (subscriber.Kind)
        {
            case AccessKind.Pppoe:
                world.Menu("/ppp/secret").Seed(
                    ("name", subscriber.RouterUsername),
                    ("service", "pppoe"),
                    ("password", subscriber.Password),
                    ("profile", isIsolated ? "isolir" : subscriber.Plan.Code),
                    ("remote-address", subscriber.FixedAddress),
                    ("last-caller-id", subscriber.CallerId),
                    ("comment", comment));
                break;
            case AccessKind.Hotspot:
                world.Menu("/ip/hotspot/user").Seed(
                    ("name", subscriber.RouterUsername), ("password", subscriber.Password), ("profile", subscriber.Plan.Code), ("comment", comment));
                break;
            case AccessKind.Static:
                world.Menu("/queue/simple").Seed(
                    ("name", subscriber.RouterUsername),
                    ("target", subscriber.FixedAddress + "/32"),
                    ("max-limit", $"{subscriber.Plan.UploadMbps}000000/{subscriber.Plan.DownloadMbps}000000"),
                    ("comment", comment));
                world.Menu(DhcpLeases.Path).Seed(
                    ("address", subscriber.FixedAddress), ("mac-address", subscriber.CallerId), ("server", DhcpLeases.DedicatedServer), ("comment", comment));
                world.Menu("/ip/arp").Seed(("address", subscriber.FixedAddress), ("mac-address", subscriber.CallerId), ("interface", "ether5"), ("comment", comment));
                break;
        }
    }

    private static void SeedInterfaces(RouterWorld world)
    {
        var interfaces = world.Menu("/interface");
        ReadOnlySpan<string> comments = ["Uplink", "OLT 1", "OLT 2", "Hotspot", "Dedicated", "", "", ""];
        for (var i = 0; i < comments.Length; i++)
        {
            var mac = Modem.MacOf(world.Spec.Seed + 7);
            interfaces.Seed(
                ("name", $"ether{i + 1}"), ("default-name", $"ether{i + 1}"), ("type", "ether"), ("l2mtu", "1592"), ("mac-address", $"{mac[..^2]}{0x10 + i:X2}"), ("comment", comments[i]));
        }
    }

    private static void SeedUsers(RouterWorld world)
    {
        var groups = world.Menu("/user/group");
        const string all = ServiceMenus.AllPolicies;
        groups.Seed(("name", "read"), ("policy", "local,telnet,ssh,reboot,read,test,winbox,password,web,sniff,sensitive,api,romon,rest-api,!ftp,!write,!policy"));
        groups.Seed(("name", "write"), ("policy", "local,telnet,ssh,reboot,read,write,test,winbox,password,web,sniff,sensitive,api,romon,rest-api,!ftp,!policy"));
        groups.Seed(("name", "full"), ("policy", all));
        groups.Seed(("name", "no-api"), ("policy", all.Replace(",api,", ",!api,", StringComparison.Ordinal)));
        groups.Seed(("name", "no-sensitive"), ("policy", all.Replace("sensitive", "!sensitive", StringComparison.Ordinal)));
        groups.Seed(("name", "no-ftp"), ("policy", all.Replace("ftp", "!ftp", StringComparison.Ordinal)));
        var users = world.Menu("/user");
        foreach (var (name, group) in Users)
        {
            users.Seed(("name", name), ("group", group), ("password", RosText.FromText(world.Spec.Password))).Behind = world.Spec.Password;
        }

        var services = world.Menu("/ip/service");
        foreach (var (name, port, disabled) in (ReadOnlySpan<(string, string, string)>)[
            ("telnet", "23", "true"), ("ftp", "21", "true"), ("www", "80", "true"), ("ssh", "22", "false"), ("api", "8728", "false"), ("winbox", "8291", "false"), ("api-ssl", "8729", "false")])
        {
            services.Seed(("name", name), ("port", port), ("disabled", disabled));
        }
    }
}
