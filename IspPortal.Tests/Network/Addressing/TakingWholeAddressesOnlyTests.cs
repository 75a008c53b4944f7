using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Network.Provisioning;

namespace IspPortal.Tests.Network.Addressing;

/// <summary>What a library for sockets completes or reads in another base never becomes somebody's address.</summary>
public sealed class TakingWholeAddressesOnlyTests
{
    public static TheoryData<string> Half { get; } = new("10.1", "10.1.2", "167837705", "10", "010.0.0.1", "0x0a.0.0.1", "10.0.0.256", "10.0.0.1.2", "10..0.1", "10.0.0.", " 10.0.0.1", "10.0.0.1 ", "+1.0.0.1", "10.0.0.1/32");

    [Theory]
    [InlineData("0.0.0.0", 0)]
    [InlineData("10.0.0.1", 167772161)]
    [InlineData("255.255.255.255", 4294967295)]
    public void A_whole_address_is_a_number(string text, long number) => Assert.Equal(number, Ipv4.ToNumber(text));

    [Theory]
    [MemberData(nameof(Half))]
    public void Half_an_address_is_none(string text)
    {
        Assert.Null(Ipv4.ToNumber(text));
        Assert.False(WholeAddress.TryParse(text, out _));
    }

    [Theory]
    [MemberData(nameof(Half))]
    public void A_line_is_not_given_half_an_address(string text) => Assert.Equal(["network.not_an_address"], CodesOf(Line(text)));

    [Theory]
    [InlineData("10.20.3.17")]
    [InlineData("")]
    [InlineData(null)]
    public void A_line_is_given_a_whole_address_or_none(string? text) => Assert.Empty(CodesOf(Line(text)));

    [Fact]
    public void A_line_has_no_address_of_the_other_family() => Assert.Equal(["network.not_an_address"], CodesOf(Line("2001:db8::1")));

    [Theory]
    [InlineData("10.1", false)]
    [InlineData("172", false)]
    [InlineData("010.0.0.1", false)]
    [InlineData("10.0.0.1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("rtr-bekasi.example.id", true)]
    [InlineData("4g-tower", true)]
    public void A_router_is_reached_at_a_whole_address_or_a_name(string host, bool isGood) =>
        Assert.Equal(isGood ? [] : ["network.not_a_host"], CodesOf(new SaveRouterRequestValidator(passwordRequired: true).Validate(new SaveRouterRequest("RTR", host, 8728, false, "api", "x"))));

    [Theory]
    [InlineData("10.1", "", false)]
    [InlineData("10.0.0.1", "", true)]
    [InlineData("10.0.0.1", "pay.example.id, 198.51.100.0/24; 198.51.100.7", true)]
    [InlineData("10.0.0.1", "pay.example.id 198.51", false)]
    public void The_pay_page_and_the_payment_sites_have_whole_addresses(string landing, string allowed, bool isGood) =>
        Assert.Equal(isGood, new IsolirSettingsValidator().Validate(new IsolirSettings { LandingAddress = landing, AllowedHosts = allowed }).IsValid);

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("203.0.113.10", true)]
    [InlineData("2001:db8::/32", true)]
    [InlineData("10.1/16", false)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("[2001:db8::1]:80", false)]
    public void The_portals_own_address_is_whole_or_a_net(string text, bool isGood) => Assert.Equal(isGood, WholeAddress.IsAddressOrNet(text));

    [Fact]
    public void A_pool_that_is_called_like_half_an_address_is_a_pool()
    {
        var secret = RouterContentsMaker.Item("*1", ("name", "budi"), ("service", "pppoe"), ("remote-address", "10.1"));
        Assert.Null(FoundLines.TryRead(RouterMenus.PppSecret, secret)!.FixedAddress);
        Assert.Equal("10.0.0.1", FoundLines.TryRead(RouterMenus.PppSecret, RouterContentsMaker.Item("*1", ("name", "budi"), ("service", "pppoe"), ("remote-address", "10.0.0.1")))!.FixedAddress);
    }

    private static IEnumerable<string> CodesOf(FluentValidation.Results.ValidationResult result) => result.Errors.Select(e => e.ErrorCode);

    private static FluentValidation.Results.ValidationResult Line(string? address) => new SaveAccessRequestValidator().Validate(
        new SaveAccessRequest(Guid.Empty, AccessService.Pppoe, "budi", null, "HOME-30", FixedAddress: address));
}
