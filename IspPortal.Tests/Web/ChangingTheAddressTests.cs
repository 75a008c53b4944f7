using IspPortal.Web.Shared.Navigation;
using Microsoft.AspNetCore.Components;

namespace IspPortal.Tests.Web;

/// <summary>A browser tells of a change of the address after a round trip, not at once.</summary>
public sealed class ChangingTheAddressTests
{
    private const string Start = "http://portal.test/map?state=offline";

    private readonly SlowBrowser _browser = new();
    private readonly UrlState _url;

    public ChangingTheAddressTests() => _url = new UrlState(_browser);

    [Fact]
    public void What_is_changed_before_the_browser_tells_is_added_to_what_was_changed()
    {
        _url.Set(true, ("at", "1,2,3"));
        _url.Set(true, ("line", "7"));
        _browser.Tell();

        Assert.Equal(("offline", "1,2,3", "7"), (_url.Get("state"), _url.Get("at"), _url.Get("line")));
    }

    [Fact]
    public void Until_the_browser_tells_the_address_is_what_it_was()
    {
        _url.Set(true, ("line", "7"));

        Assert.Null(_url.Get("line"));
        _url.Set(true, ("line", null));
        _browser.Tell();
        Assert.Equal(Start, _browser.Uri);
    }

    [Fact]
    public void Whoever_went_back_has_not_changed_it_again()
    {
        _url.Set(false, ("line", "7"));
        _browser.Tell();
        Assert.Equal("7", _url.Get("line"));

        _browser.GoTo(Start);
        _url.Set(false, ("tag", "vip"));
        _browser.Tell();

        Assert.Equal((null, "vip"), (_url.Get("line"), _url.Get("tag")));
    }

    [Fact]
    public void What_says_the_same_goes_nowhere()
    {
        _url.Set(true, ("state", "offline"));

        Assert.Equal(0, _browser.Asked);
    }

    private sealed class SlowBrowser : NavigationManager
    {
        private string _going = Start;

        public SlowBrowser() => Initialize("http://portal.test/", Start);

        public int Asked { get; private set; }

        public void GoTo(string uri) => Uri = uri;

        public void Tell()
        {
            Uri = _going;
            NotifyLocationChanged(isInterceptedLink: false);
        }

        protected override void NavigateToCore(string uri, NavigationOptions options)
        {
            Asked++;
            _going = ToAbsoluteUri(uri).ToString();
        }
    }
}
