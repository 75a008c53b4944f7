using System.Globalization;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus.Catalog;

/// <summary>Users, services, files, netwatch, RADIUS.</summary>
internal static class ServiceMenus
{
    /// <summary>Every policy there is.</summary>
    public const string AllPolicies = "local,telnet,ssh,ftp,reboot,read,write,policy,test,winbox,password,web,sniff,sensitive,api,romon,rest-api";

    public static IEnumerable<Menu> Build(LabVersion version)
    {
        var number = version.Number;
        yield return new(
            "/user",
            number,
            new("name") { IsRequired = true },
            new("group", null, PropKind.Reference, "/user/group") { IsRequired = true },
            new("address", ""),
            new("password", "") { IsSensitive = true, Compute = (_, _) => RosValue.Absent },
            new("inactivity-timeout", "10m", PropKind.Duration) { Since = 713 },
            new("inactivity-policy", "none", PropKind.Enum, "none|lockscreen|logout") { Since = 713 },
            new("last-logged-in", "") { IsReadOnly = true },
            new("expired", "false") { IsReadOnly = true, Since = 700 },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: user with the same name already exists",
            WritePolicy = "policy",
        };
        yield return new(
            "/user/group",
            number,
            new("name") { IsRequired = true },
            new("policy", ""),
            new("skin", "default"),
            new("comment", "") { HidesEmpty = true, Since = 700 })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: group with the same name already exists",
            WritePolicy = "policy",
        };
        yield return new(
            "/user/active",
            number,
            new Prop("when") { Compute = (row, _) => RosValue.Text(version.DateTimeText(RouterWorld.Local((long)row.Behind!))) },
            new("name"),
            new("address"),
            new("via", "api"),
            new("group"),
            new("radius", "false"))
        {
            IsReadOnly = true,
            IsVolatile = true,
            NameIndex = -1,
        };
        yield return new(
            "/file",
            number,
            new("name") { IsRequired = true },
            new("type", ".txt file") { IsReadOnly = true },
            new("size") { IsReadOnly = true, Compute = (row, _) => RosValue.Number((row.Behind as string)?.Length ?? 0) },
            new("creation-time") { IsReadOnly = true },
            new("last-modified") { IsReadOnly = true, Since = 711 },
            new("contents")
            {
                Compute = (row, _) => row.Behind is string text && text.Length <= (version.IsV7 ? 60 * 1024 : 4 * 1024) ? RosValue.Text(text) : RosValue.Absent,
            })
        {
            UniqueBy = ["name"],
            DuplicateMessage = "failure: file with such name exists",
            WritePolicy = "ftp",
            Changed = (world, row, _) =>
            {
                var files = world.Menu("/file");
                row.Behind = files.Get(row, "contents") ?? row.Behind ?? "";
                files.Set(row, "contents", null);
                if (files.Get(row, "creation-time") is null)
                {
                    files.Set(row, "creation-time", version.DateTimeText(RouterWorld.Local(world.NowTicks)));
                }

                files.Set(row, "last-modified", version.DateTimeText(RouterWorld.Local(world.NowTicks)));
            },
        };
        yield return new(
            "/tool/netwatch",
            number,
            new("name", "") { Since = 704 },
            new("host", null, PropKind.Address) { IsRequired = true },
            new("type", "simple", PropKind.Enum, "simple|icmp|tcp-conn|http-get|https-get|dns") { Since = 704 },
            new("timeout", version.IsV7 ? "3s" : "1s", PropKind.Duration),
            new("interval", version.IsV7 ? "10s" : "1m", PropKind.Duration),
            new("src-address"),
            new("port"),
            new("up-script", ""),
            new("down-script", ""),
            Watched("since", row => Netwatch.SinceOf(row) is { } since ? RosValue.Text(version.DateTimeText(RouterWorld.Local(since))) : RosValue.Absent),
            Watched("status", row => RosValue.Text(Netwatch.StatusOf(row))),
            Watched("done-tests", row => RosValue.Number(Netwatch.TestsOf(row).Done)) with { Since = 704 },
            Watched("failed-tests", row => RosValue.Number(Netwatch.TestsOf(row).Failed)) with { Since = 704 },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true })
        {
            Changed = (_, row, _) => row.Behind = null,
        };
        yield return new(
            "/radius",
            number,
            new("service", ""),
            new("called-id", ""),
            new("domain", ""),
            new("address", null, PropKind.Address) { IsRequired = true },
            new("protocol", "udp", PropKind.Enum, "udp|radsec") { Since = 645 },
            new("secret", "") { IsSensitive = true },
            new("authentication-port", "1812", PropKind.Integer),
            new("accounting-port", "1813", PropKind.Integer),
            new("timeout", "300ms", PropKind.Duration),
            new("accounting-backup", "false", PropKind.Flag),
            new("realm", ""),
            new("src-address", "0.0.0.0", PropKind.Address),
            new("certificate", "none") { Since = 645 },
            new("require-message-auth", "yes-for-request-resp") { Since = 715 },
            new("disabled", "false", PropKind.Flag),
            new("comment", "") { HidesEmpty = true });
        yield return new(
            "/radius/incoming",
            number,
            new("accept", "false", PropKind.Flag),
            new("port", version.IsV7 ? "3799" : "1700", PropKind.Integer))
        {
            IsSingleton = true,
        };
        yield return new(
            "/ip/service",
            number,
            new("name") { IsReadOnly = true },
            new("port", null, PropKind.Integer),
            new("proto", "tcp") { IsReadOnly = true, Since = 718 },
            new("address", ""),
            new("certificate"),
            new("vrf", "main") { Since = 700 },
            new("max-sessions", version.DefaultMaxSessions.ToString(CultureInfo.InvariantCulture), PropKind.Integer) { Since = 716 },
            new("invalid", "false") { IsReadOnly = true },
            new("disabled", "false", PropKind.Flag));
    }

    private static Prop Watched(string name, Func<ConfigRow, RosValue> value) => new(name) { IsReadOnly = true, Compute = (row, _) => value(row) };
}
