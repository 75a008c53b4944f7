using System.Globalization;
using IspPortal.Infrastructure.Monitoring.Collection;

namespace IspPortal.Tests.Monitoring;

/// <summary>Lines of a router's log that belong together tell which device was refused.</summary>
public sealed class MatchingDialInsTests
{
    private const string A = "02:00:00:00:00:0A";
    private const string B = "02:00:00:00:00:0B";
    private const string C = "02:00:00:00:FF:0C";

    private readonly DialInLog _log = new();

    [Fact]
    public void Who_came_first_is_answered_first()
    {
        Come(A);
        Come(B);
        Assert.True(Refuse());
        Assert.True(Refuse());
        Assert.Equal([(A, 1), (B, 1)], _log.Tell(1));
    }

    [Theory]
    [InlineData($"budi logged in, 10.1.0.9 from {A}")]
    [InlineData("budi logged in, 10.1.0.9")]
    public void One_that_got_in_is_not_the_one_that_was_refused(string success)
    {
        Come(A);
        Come(B);
        Assert.False(_log.Take(DialInLog.SignedIn, success, 1));
        Refuse();
        Assert.Equal([(B, 1)], _log.Tell(1));
    }

    [Fact]
    public void A_success_that_names_its_device_overtakes_one_that_still_waits()
    {
        Come(A);
        Come(B);
        _log.Take(DialInLog.SignedIn, $"budi logged in, 10.1.0.9 from {B}", 1);
        Refuse();
        Assert.Equal([(A, 1)], _log.Tell(1));
    }

    [Fact]
    public void A_refusal_without_a_device_counts_for_none_and_other_lines_for_nothing()
    {
        Assert.True(Refuse());
        Assert.False(_log.Take(DialInLog.Refused, "<pppoe-budi>: could not determine remote address", 1));
        Assert.False(_log.Take(DialInLog.Established, "PPPoE connection established from nowhere", 1));
        Assert.False(_log.Take("dhcp,info", "authentication failed", 1));
        Assert.Empty(_log.Tell(1));
    }

    [Fact]
    public void A_device_that_is_quiet_again_is_told_with_none_for_a_while_and_then_no_more()
    {
        Come(A);
        Refuse();
        Assert.Equal([(A, 1)], _log.Tell(1));
        for (var read = 2; read <= 21; read++)
        {
            Assert.Equal([(A, 0)], _log.Tell(read));
        }

        Assert.Empty(_log.Tell(22));
    }

    [Fact]
    public void Nobody_waits_over_a_restart_and_a_crowd_of_made_up_addresses_is_bounded()
    {
        Come(C);
        _log.Forget();
        for (var i = 0; i < 300; i++)
        {
            Come("02:00:00:00:" + (i >> 8).ToString("X2", CultureInfo.InvariantCulture) + ":" + (i & 255).ToString("X2", CultureInfo.InvariantCulture));
            Refuse();
        }

        var told = _log.Tell(1);
        Assert.Equal(200, told.Count);
        Assert.DoesNotContain(told, device => device.MacAddress == C);
    }

    private void Come(string mac) => Assert.False(_log.Take(DialInLog.Established, $"PPPoE connection established from {mac}", 1));

    private bool Refuse() => _log.Take(DialInLog.Refused, "user budi authentication failed", 1);
}
