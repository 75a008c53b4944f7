using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Network.Provisioning;

public sealed class SpacingRequestsTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(120)]
    [InlineData(500)]
    public void Without_pauses_the_rate_is_kept(int perSecond)
    {
        var clock = new HandClock();
        Assert.InRange(Sent(new RequestBudget(() => perSecond, clock), clock, TimeSpan.FromSeconds(10)), perSecond * 10, (perSecond * 10.02) + 1);
    }

    [Fact]
    public void A_short_pause_is_made_up()
    {
        var clock = new HandClock();
        var budget = new RequestBudget(() => 100, clock);
        var sent = Sent(budget, clock, TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromMilliseconds(80));
        sent += Sent(budget, clock, TimeSpan.FromSeconds(1));
        Assert.InRange(sent, 207, 210);
    }

    [Fact]
    public void Of_a_long_pause_a_tenth_of_a_second_is_made_up()
    {
        var clock = new HandClock();
        var budget = new RequestBudget(() => 100, clock);
        Sent(budget, clock, TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.InRange(Sent(budget, clock, TimeSpan.FromSeconds(1)), 108, 113);
    }

    [Fact]
    public void Half_the_rate_is_felt_at_once()
    {
        var clock = new HandClock();
        var rate = 100.0;
        var budget = new RequestBudget(() => rate, clock);
        Sent(budget, clock, TimeSpan.FromSeconds(1));
        rate = 50;
        Assert.InRange(Sent(budget, clock, TimeSpan.FromSeconds(2)), 98, 103);
    }

    // A sender that is never busy itself: as many as the budget lets go in that time.
    private static int Sent(RequestBudget budget, HandClock clock, TimeSpan span)
    {
        var sent = 0;
        var end = clock.GetUtcNow() + span;
        while (clock.GetUtcNow() < end)
        {
            var turn = budget.WaitAsync(TestContext.Current.CancellationToken);
            while (!turn.IsCompleted)
            {
                clock.Advance(TimeSpan.FromMilliseconds(1));
            }

            sent++;
        }

        return sent;
    }
}
