using IspPortal.Infrastructure.Hosting;

namespace IspPortal.Tests.Identity;

public sealed class TheAddressOfALinkTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData("http://*:80", "http://localhost:80")]
    [InlineData("https://+:443", "https://localhost:443")]
    [InlineData("http://10.0.0.7:5080;http://[::]:5081", "http://localhost:5081")]
    [InlineData("http://10.0.0.7:5080;http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://10.0.0.7:5080", "http://10.0.0.7:5080")]
    public void A_browser_can_open_it(string listening, string expected) => Assert.Equal(expected, PortalAddress.Choose("", listening.Split(';')));

    [Fact]
    public void The_public_address_goes_before_all() => Assert.Equal("https://portal.example.net", PortalAddress.Choose("https://portal.example.net/", ["http://[::]:5080"]));

    [Fact]
    public void A_server_that_does_not_listen_has_none() => Assert.Null(PortalAddress.Choose("", []));

    [Theory]
    [InlineData("", true)]
    [InlineData("https://portal.example.net", true)]
    [InlineData("portal.example.net", false)]
    [InlineData("ftp://portal.example.net", false)]
    public void A_public_address_is_a_web_address(string text, bool expected) => Assert.Equal(expected, PortalAddressOptions.IsAddress(text));
}
