using IspPortal.Core.Network.Routers;

namespace IspPortal.Tests.Network;

public sealed class RouterAdvisorTests
{
    private static readonly RouterTestReport Good = new(TimeSpan.FromMilliseconds(3), "core", "7.18.2", "CCR2004", "AB")
    {
        LicenceLevel = "6",
        Group = "isp-portal",
        Rights = RouterRights.Needed,
        ClockSkew = TimeSpan.FromSeconds(2),
        MaxApiSessions = 20,
        AllowedFrom = "10.0.0.1/32",
        Sessions = 900,
    };

    [Fact]
    public void A_router_that_was_prepared_needs_nothing() => Assert.Empty(RouterAdvisor.Advise(Good, 2_000));

    [Theory]
    [InlineData("4", 200)]
    [InlineData("5", 500)]
    [InlineData("6", null)]
    [InlineData("p10", null)]
    public void A_licence_allows_what_its_level_says(string level, int? sessions) => Assert.Equal(sessions, RouterLicence.SessionsOf(level));

    [Fact]
    public void A_right_that_is_missing_is_named_and_the_essential_ones_come_first()
    {
        var advice = RouterAdvisor.Advise(Good with { Rights = RouterRights.Parse("read,api,test,!write,!ftp,sensitive,policy") }, null);
        Assert.Equal(["write", "ftp"], advice.Select(a => Assert.IsType<string>(Assert.Single(a.Arguments))));
        Assert.Equal([true, false], advice.Select(a => a.IsBlocking));
    }

    [Fact]
    public void A_licence_that_is_full_or_too_small_is_said()
    {
        var level4 = Good with { LicenceLevel = "4", LicenceSessions = 200, Sessions = 181 };
        var advice = RouterAdvisor.Advise(level4, 450);
        Assert.Equal([RouterAdviceKind.LicenceTooSmall, RouterAdviceKind.LicenceNearlyFull], advice.Select(a => a.Kind));
        Assert.Equal((object[])[450, 200, "4"], advice[0].Arguments);
        Assert.Empty(RouterAdvisor.Advise(level4 with { Sessions = 179 }, 200));
        Assert.True(Assert.Single(RouterAdvisor.Advise(level4 with { Sessions = 200 }, null)).IsBlocking);
    }

    [Fact]
    public void Clocks_that_differ_and_an_open_door_are_said()
    {
        var advice = RouterAdvisor.Advise(Good with { ClockSkew = TimeSpan.FromMinutes(-7), AllowedFrom = "", CertificateSha256 = null, MaxApiSessions = 2 }, null);
        Assert.Equal([RouterAdviceKind.ClockSkew, RouterAdviceKind.FewApiSessions, RouterAdviceKind.OpenToAll, RouterAdviceKind.WithoutTls], advice.Select(a => a.Kind));
        Assert.Equal(-420L, advice[0].Arguments[0]);
    }

    [Fact]
    public void What_is_not_known_is_no_fault_but_unknown_rights_are_said()
    {
        var advice = RouterAdvisor.Advise(new RouterTestReport(TimeSpan.Zero, "x", "6.43", "", "AB"), 100);
        Assert.Equal(RouterAdviceKind.RightsUnknown, Assert.Single(advice).Kind);
    }
}
