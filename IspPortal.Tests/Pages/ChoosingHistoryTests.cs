using IspPortal.Web.Features.Monitoring.Parts;

namespace IspPortal.Tests.Pages;

/// <summary>What an address says of the stretch of history that a page shows.</summary>
public sealed class ChoosingHistoryTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(null, 1, "24h")]
    [InlineData("nonsense", 1, "24h")]
    [InlineData("7d", 7, "7d")]
    [InlineData("90d", 90, "90d")]
    [InlineData("2y", 731, "2y")]
    public void A_range_ends_now(string? range, int days, string key) =>
        Assert.Equal((Now.AddDays(-days), Now, key), Told(HistoryWindow.Of(range, null, null, null, Now)));

    [Fact]
    public void A_stretch_between_two_moments_goes_before_a_range_and_never_beyond_now()
    {
        Assert.Equal((Now.AddHours(-3), Now.AddHours(-2), null), Told(HistoryWindow.Of("7d", "20261122T050000Z", "20261122T060000Z", null, Now)));
        Assert.Equal((Now.AddHours(-3), Now, null), Told(HistoryWindow.Of(null, "20261122T050000Z", "20270101T000000Z", null, Now)));
        // Too long, too short, backwards, garbage.
        Assert.Equal(TimeSpan.FromDays(731), HistoryWindow.Of(null, "20100101T000000Z", "20261122T060000Z", null, Now).Length);
        Assert.Equal(TimeSpan.FromMinutes(1), HistoryWindow.Of(null, "20261122T055959Z", "20261122T060000Z", null, Now).Length);
        Assert.Equal("24h", HistoryWindow.Of(null, "20261122T060000Z", "20261122T050000Z", null, Now).Key);
        Assert.Equal("24h", HistoryWindow.Of(null, "yesterday", "20261122T050000Z", null, Now).Key);
    }

    [Fact]
    public void The_week_before_is_beside_what_is_no_longer_than_a_week()
    {
        Assert.True(HistoryWindow.Of("7d", null, null, "week", Now).Compares);
        Assert.False(HistoryWindow.Of("30d", null, null, "week", Now).Compares);
        Assert.False(HistoryWindow.Of("7d", null, null, null, Now).Compares);
    }

    [Fact]
    public void One_goes_back_forth_and_out()
    {
        var window = HistoryWindow.Of(null, "20261122T040000Z", "20261122T060000Z", null, Now);
        Assert.Equal((Now.AddHours(-6), Now.AddHours(-4)), window.Earlier);
        Assert.Equal((Now.AddHours(-2), Now), window.Later(Now));
        Assert.Equal((Now.AddHours(-5), Now.AddHours(-1)), window.Wider(Now));
        Assert.Equal((Now.AddHours(-4), Now), HistoryWindow.Of(null, "20261122T060000Z", "20261122T080000Z", null, Now).Wider(Now));
        Assert.Equal("20261122T080000Z", HistoryWindow.Write(Now));
        Assert.Equal(Now, HistoryWindow.Read("20261122T080000Z"));
    }

    [Theory]
    [InlineData("budi.santoso", "budi.santoso-downbytes-20261121-1500-20261122-1500.png")]
    [InlineData("<a href=\"x\">/..", "a-href--x-downbytes-20261121-1500-20261122-1500.png")]
    [InlineData("…", "history-downbytes-20261121-1500-20261122-1500.png")]
    public void A_picture_is_named_after_what_it_shows(string subject, string name) =>
        Assert.Equal(name, PictureName.Of(subject, "DownBytes", new(2026, 11, 21, 15, 0, 0), new(2026, 11, 22, 15, 0, 0)));

    private static (DateTime, DateTime, string?) Told(HistoryWindow window) => (window.FromUtc, window.ToUtc, window.Key);
}
