using IspPortal.Core.Identity.ApiKeys;

namespace IspPortal.Tests.Identity;

public sealed class TheFormOfAnApiKeyTests
{
    [Fact]
    public void A_new_key_shows_its_beginning_and_is_like_no_other()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => ApiKeyFormat.New()).ToArray();
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, key =>
        {
            Assert.Matches("^isp_[a-z2-9]{10}_[a-z2-9]{52}$", key);
            Assert.True(ApiKeyFormat.TryReadPrefix(key, out var prefix));
            Assert.Equal(key[..14], prefix);
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("isp_")]
    [InlineData("isp_abcdefghjk_short")]
    [InlineData("ISP_abcdefghjk_abcdefghjkabcdefghjkabcdefghjkabcdefghjkabcdefghjkab")]
    [InlineData("isp_abcdefghj'_abcdefghjkabcdefghjkabcdefghjkabcdefghjkabcdefghjkab")]
    [InlineData("isp_abcdefghjk.abcdefghjkabcdefghjkabcdefghjkabcdefghjkabcdefghjkab")]
    [InlineData("isp_abcdefghjk_abcdefghjkabcdefghjkabcdefghjkabcdefghjkabcdefghjka\n")]
    public void What_cannot_be_a_key_is_never_looked_up(string? text) => Assert.False(ApiKeyFormat.TryReadPrefix(text, out _));

    [Fact]
    public void The_shape_alone_is_enough_to_be_looked_up() =>
        Assert.True(ApiKeyFormat.TryReadPrefix("isp_abcdefghjk_abcdefghjkabcdefghjkabcdefghjkabcdefghjkabcdefghjkab", out _));

    [Fact]
    public void Only_the_key_itself_matches_its_hash()
    {
        var key = ApiKeyFormat.New();
        var hash = ApiKeyFormat.Hash(key);
        Assert.Equal(64, hash.Length);
        Assert.DoesNotContain(key[15..], hash, StringComparison.Ordinal);
        Assert.True(ApiKeyFormat.Matches(key, hash));
        Assert.False(ApiKeyFormat.Matches(key[..^1] + (key[^1] == 'a' ? 'b' : 'a'), hash));
    }

    [Fact]
    public void A_key_that_was_made_does_not_tell_its_secret_by_accident()
    {
        var secret = ApiKeyFormat.New();
        Assert.DoesNotContain(secret[15..], new IssuedApiKey(Guid.Empty, secret[..14], secret).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7/32")]
    [InlineData(" 10.20.0.0/16 ", "10.20.0.0/16")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("2001:DB8::/32", "2001:db8::/32")]
    [InlineData("2001:db8:0:0::1", "2001:db8::1/128")]
    public void A_network_takes_its_usual_form(string text, string network)
    {
        Assert.True(AddressNetworks.TryNormalize(text, out var normalized));
        Assert.Equal(network, normalized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("2001:db8::1/32")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1%2")]
    [InlineData("kantor.example.net")]
    public void What_is_no_network_is_refused(string text) => Assert.False(AddressNetworks.TryNormalize(text, out _));

    [Theory]
    [InlineData("", "198.51.100.1", true)]
    [InlineData("", null, true)]
    [InlineData("10.20.0.0/16", "10.20.255.255", true)]
    [InlineData("10.20.0.0/16", "10.21.0.0", false)]
    [InlineData("10.20.0.0/16", "::ffff:10.20.0.9", true)]
    [InlineData("10.20.0.0/16", null, false)]
    [InlineData("10.20.0.0/16", "nonsense", false)]
    [InlineData("203.0.113.7/32 2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("203.0.113.7/32 2001:db8::/32", "203.0.113.8", false)]
    public void An_address_is_allowed_by_the_networks(string list, string? address, bool allowed) => Assert.Equal(allowed, AddressNetworks.Of(list).Allow(address));
}
