using IspPortal.Web.Security;

namespace IspPortal.Tests.Security;

public sealed class SmallGuardsTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/users?page=2#top", "/users?page=2#top")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("users", "/")]
    [InlineData("//evil.test", "/")]
    [InlineData("/\\evil.test", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("https://evil.test", "/")]
    [InlineData("/account/sign-out", "/")]
    public void Only_addresses_of_this_portal_are_ways_back(string? given, string expected) => Assert.Equal(expected, ReturnAddress.Safe(given));

    [Theory]
    [InlineData(null, "img-src 'self' data: blob:;")]
    [InlineData("https://*.tiles.test", "img-src 'self' data: blob: https://*.tiles.test;")]
    public void The_policy_opens_to_the_tile_server_alone(string? tiles, string expected) =>
        Assert.Contains(expected, SecurityHeaders.PolicyFor(tiles), StringComparison.Ordinal);

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("proxy.local", false)]
    public void A_proxy_is_an_address_or_a_network(string text, bool expected) => Assert.Equal(expected, ProxySetup.IsProxy(text));
}
