using IspPortal.Core.Network.Events;

namespace IspPortal.Tests.Network;

public sealed class ReadingLogLinesTests
{
    [Theory]
    [InlineData("interface,info", "ether1 link up (speed 1G, full duplex)", RouterEventKind.LinkUp, "ether1", null)]
    [InlineData("interface,info", "sfp-sfpplus1 link down", RouterEventKind.LinkDown, "sfp-sfpplus1", null)]
    [InlineData("system,info", "router rebooted", RouterEventKind.Reboot, null, null)]
    [InlineData("system,info", "router rebooted by admin", RouterEventKind.Reboot, null, null)]
    [InlineData("system,error,critical", "router was rebooted without proper shutdown", RouterEventKind.Reboot, null, null)]
    [InlineData("system,error,critical", "login failure for user root from 45.9.1.2 via ssh", RouterEventKind.AdminLoginFailed, "root", "45.9.1.2")]
    [InlineData("pppoe,ppp,error", "user budi@isp authentication failed", RouterEventKind.LoginFailed, "budi@isp", null)]
    [InlineData("pppoe,ppp,error", "<pppoe-budi>: user budi authentication failed", RouterEventKind.LoginFailed, "budi", null)]
    [InlineData("pppoe,ppp,error", "<pppoe-budi>: could not determine remote address, pool p is empty", RouterEventKind.LoginFailed, "budi", null)]
    [InlineData("hotspot,account,info,debug", "->: tamu7 (10.5.50.9): login failed: invalid username or password", RouterEventKind.LoginFailed, "tamu7", "10.5.50.9")]
    public void A_line_tells_its_event(string topics, string message, RouterEventKind kind, string? subject, string? address) =>
        Assert.Equal(new LogEvent(kind, subject, address), LogLineReader.Read(topics, message));

    [Theory]
    [InlineData("item changed by admin", "admin", null, null, null, null, null)]
    [InlineData("mangle rule moved by admin", "admin", null, null, null, null, null)]
    [InlineData("filter rule changed by admin", "admin", null, null, "/ip/firewall/filter", null, null)]
    [InlineData("simple queue changed by budi.s", "budi.s", null, null, "/queue/simple", null, null)]
    [InlineData("ppp secret <budi@isp> added by ejau15", "ejau15", null, null, "/ppp/secret", "budi@isp", null)]
    [InlineData("ppp secret <by rumah> removed by admin", "admin", null, null, "/ppp/secret", "by rumah", null)]
    [InlineData("ppp secret <budi> changed by api:isp-portal@::/action:243 (/ppp secret set budi profile=HOME-20)", "isp-portal", null, "api", "/ppp/secret", "budi", null)]
    [InlineData("ppp secret <budi> changed by mac-msg(winbox):admin@54:14:A7:11:53:3C/terminal/action:245 (/ppp secret set budi profile=HOME-40)", "admin", "54:14:A7:11:53:3C", "mac-msg(winbox)", "/ppp/secret", "budi", null)]
    [InlineData("ppp profile <HOME-20> added by api:isp@:: (*4 = /ppp profile add comment=x name=HOME-20)", "isp", null, "api", "/ppp/profile", "HOME-20", "*4")]
    [InlineData("simple queue changed by winbox-3.40/tcp-msg(winbox):admin@10.0.0.9 (/queue simple set \"kos budi\" max-limit=1M/1M)", "admin", "10.0.0.9", "winbox-3.40/tcp-msg(winbox)", "/queue/simple", "kos budi", null)]
    [InlineData("ppp secret changed by api:u@1.1.1.1 (/ppp secret set \"kos \\\"budi\\\"\" profile=x)", "u", "1.1.1.1", "api", "/ppp/secret", "kos \"budi\"", null)]
    [InlineData("address list entry added by api:w@10.134.35.132 (/ip firewall address-list add address=192.168.1.7 comment=0013 list=Moroso)", "w", "10.134.35.132", "api", "/ip/firewall/address-list", "Moroso 192.168.1.7", null)]
    [InlineData("address list entry removed by api:w@10.134.252.130 (/ip firewall address-list remove *8)", "w", "10.134.252.130", "api", "/ip/firewall/address-list", null, "*8")]
    [InlineData("Netwatch config removed by tcp-msg(winbox):admin@192.168.2.250/terminal/action:133 (/tool netwatch remove *1)", "admin", "192.168.2.250", "tcp-msg(winbox)", "/tool/netwatch", null, "*1")]
    [InlineData("filter rule changed by tcp-msg(winbox):admin@10.0.0.9 (/ip firewall filter set *5 disabled=yes)", "admin", "10.0.0.9", "tcp-msg(winbox)", "/ip/firewall/filter", null, "*5")]
    [InlineData("log action changed by tcp-msg(winbox):admin@192.168.2.250/terminal/action:132 ()", "admin", "192.168.2.250", "tcp-msg(winbox)", null, null, null)]
    [InlineData("changed script settings by scheduler:usage/script:usage/action:388 (/system script set usage policy=\"\" source=\"# uptime;4d22", "usage", null, "scheduler", "/system/script", "usage", null)]
    [InlineData("ip/firewall/filter changed by winbox:admin@172.30.3.169 (added)", "admin", "172.30.3.169", "winbox", null, null, null)]
    [InlineData("ppp secret <a> changed by api:u@1.1.1.1 (/ppp secret set a comment=\"gone (moved) by car\")", "u", "1.1.1.1", "api", "/ppp/secret", "a", null)]
    public void A_change_tells_who_changed_what(string message, string by, string? from, string? via, string? menu, string? item, string? itemId) => Assert.Equal(
        new LogEvent(RouterEventKind.ConfigurationChanged, by, from) { Via = via, Menu = menu, Item = item, ItemId = itemId },
        LogLineReader.Read("system,info", message));

    [Theory]
    [InlineData("changed by api:u@1.1.1.1 (/ppp secret set a password=rahasia profile=x)", "changed by api:u@1.1.1.1 (/ppp secret set a password=*** profile=x)")]
    [InlineData("(*1 = /ppp secret add name=a password=\"dua \\\"kata\\\"\" service=pppoe)", "(*1 = /ppp secret add name=a password=*** service=pppoe)")]
    [InlineData("(/radius set *1 secret=s)", "(/radius set *1 secret=***)")]
    [InlineData("(/user set u new-password=\"cut off in the mid", "(/user set u new-password=***")]
    [InlineData("(/interface wireguard set w private-key=\"abc=\")", "(/interface wireguard set w private-key=***)")]
    [InlineData("ppp secret <a> changed by admin", "ppp secret <a> changed by admin")]
    public void Passwords_in_a_line_are_not_kept(string message, string kept) => Assert.Equal(kept, LogLineReader.Mask(message));

    [Theory]
    [InlineData("pppoe,ppp,info,account", "budi logged in, 10.1.0.9 from AA:BB:CC:DD:EE:FF")]
    [InlineData("system,info,account", "user admin logged in from 10.0.0.9 via winbox")]
    [InlineData("dhcp,info", "dhcp1 assigned 10.0.0.4 to AA:BB:CC:DD:EE:FF")]
    [InlineData("script,info", "backup done, nothing changed by night")]
    [InlineData("system,info", "backup finished by admin")]
    [InlineData("", "")]
    public void Other_lines_tell_none(string topics, string message) => Assert.Null(LogLineReader.Read(topics, message));
}
