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
    [InlineData("system,info", "item changed by admin", RouterEventKind.ConfigurationChanged, "admin", null)]
    [InlineData("system,info", "simple queue <budi> changed by winbox-3.40/tcp-msg(winbox):admin@10.0.0.9 (/queue simple set budi)", RouterEventKind.ConfigurationChanged, "admin", "10.0.0.9")]
    [InlineData("system,info", "ppp secret <budi> added by api:isp-portal@10.0.0.1 (*1 = /ppp secret add name=budi)", RouterEventKind.ConfigurationChanged, "isp-portal", "10.0.0.1")]
    [InlineData("system,error,critical", "login failure for user root from 45.9.1.2 via ssh", RouterEventKind.AdminLoginFailed, "root", "45.9.1.2")]
    [InlineData("pppoe,ppp,error", "user budi@isp authentication failed", RouterEventKind.LoginFailed, "budi@isp", null)]
    [InlineData("pppoe,ppp,error", "<pppoe-budi>: user budi authentication failed", RouterEventKind.LoginFailed, "budi", null)]
    [InlineData("pppoe,ppp,error", "<pppoe-budi>: could not determine remote address, pool p is empty", RouterEventKind.LoginFailed, "budi", null)]
    [InlineData("hotspot,account,info,debug", "->: tamu7 (10.5.50.9): login failed: invalid username or password", RouterEventKind.LoginFailed, "tamu7", "10.5.50.9")]
    public void A_line_tells_its_event(string topics, string message, RouterEventKind kind, string? subject, string? address) =>
        Assert.Equal(new LogEvent(kind, subject, address), LogLineReader.Read(topics, message));

    [Theory]
    [InlineData("pppoe,ppp,info,account", "budi logged in, 10.1.0.9 from AA:BB:CC:DD:EE:FF")]
    [InlineData("system,info,account", "user admin logged in from 10.0.0.9 via winbox")]
    [InlineData("dhcp,info", "dhcp1 assigned 10.0.0.4 to AA:BB:CC:DD:EE:FF")]
    [InlineData("script,info", "backup done, nothing changed by night")]
    [InlineData("", "")]
    public void Other_lines_tell_none(string topics, string message) => Assert.Null(LogLineReader.Read(topics, message));
}
