using IspPortal.Tests.Support;
using IspPortal.Web.Shared.Live;

namespace IspPortal.Tests.Web;

public sealed class RenderAllowanceTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Nothing_is_left_at_first_and_one_more_comes_each_second()
    {
        var allowance = new RenderAllowance(_clock);
        Assert.False(allowance.Allows);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(allowance.Allows);
        allowance.Use();
        Assert.False(allowance.Allows);
    }

    [Fact]
    public void A_long_silence_saves_no_more_than_a_few()
    {
        var allowance = new RenderAllowance(_clock);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var shown = 0;
        while (allowance.Allows)
        {
            allowance.Use();
            shown++;
        }

        Assert.Equal(RenderAllowance.InARow, shown);
    }

    [Fact]
    public void News_without_a_pause_are_shown_once_a_second()
    {
        var allowance = new RenderAllowance(_clock);
        var shown = 0;
        for (var i = 0; i < 600; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            if (i % 10 == 9 || allowance.Allows)
            {
                allowance.Use();
                shown++;
            }
        }

        Assert.InRange(shown, 58, 62 + RenderAllowance.InARow);
    }
}
