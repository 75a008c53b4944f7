using IspPortal.Core.Network.Routers;

namespace IspPortal.Tests.Network;

public sealed class PreparingARouterTests
{
    private static readonly RouterPreparation Prepared = new("isp-portal", "isp-portal", "pass word$\"x", "203.0.113.10", 8729, UseTls: true);

    [Fact]
    public void The_group_gets_what_the_portal_needs_and_nothing_else()
    {
        Assert.Equal("/user group add name=isp-portal policy=api,read,write,test,sensitive,ftp,policy", Prepared.CommandsFor(7)[0]);
        Assert.Equal("/user group add name=isp-portal policy=api,read,test", (Prepared with { MayWrite = false }).CommandsFor(7)[0]);
    }

    [Fact]
    public void A_password_is_quoted_so_that_the_terminal_takes_it_as_it_is() =>
        Assert.Contains("password=\"pass word\\$\\\"x\" address=203.0.113.10", Prepared.CommandsFor(6)[1], StringComparison.Ordinal);

    [Fact]
    public void The_service_is_opened_to_the_portal_alone()
    {
        Assert.Equal("/ip/service set api-ssl port=8729 address=203.0.113.10 certificate=isp-portal disabled=no".Replace("/ip/service", "/ip service", StringComparison.Ordinal), Prepared.CommandsFor(7)[^1]);
        Assert.Equal("/ip service set api port=8728 disabled=no", (Prepared with { UseTls = false, Port = 8728, PortalAddress = null }).CommandsFor(7)[^1]);
    }

    [Fact]
    public void Passwords_are_long_and_never_the_same()
    {
        var passwords = Enumerable.Range(0, 50).Select(_ => RouterPreparation.NewPassword()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(50, passwords.Count);
        Assert.All(passwords, password => Assert.Matches("^[a-zA-Z2-9]{24}$", password));
    }
}
