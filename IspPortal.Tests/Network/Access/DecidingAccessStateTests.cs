using IspPortal.Core.Network.Access;

namespace IspPortal.Tests.Network.Access;

public sealed class DecidingAccessStateTests
{
    [Theory]
    [InlineData(AccessLifecycle.Live, AccessHolds.None, false, AccessState.Active)]
    [InlineData(AccessLifecycle.Live, AccessHolds.None, true, AccessState.Throttled)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Dunning, true, AccessState.Isolated)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Expired, false, AccessState.Isolated)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Quota, true, AccessState.Isolated)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Quota | AccessHolds.Pause, false, AccessState.Disabled)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Dunning | AccessHolds.Pause, false, AccessState.Disabled)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Manual, false, AccessState.Disabled)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Abuse | AccessHolds.Expired, true, AccessState.Disabled)]
    [InlineData(AccessLifecycle.Pending, AccessHolds.None, false, AccessState.Absent)]
    [InlineData(AccessLifecycle.Terminated, AccessHolds.Dunning, false, AccessState.Absent)]
    public void The_strictest_wins(AccessLifecycle lifecycle, AccessHolds holds, bool overQuota, AccessState expected) =>
        Assert.Equal(expected, AccessStateRule.StateOf(lifecycle, holds, overQuota));

    [Fact]
    public void One_hold_more_never_makes_a_line_freer()
    {
        var every = Enumerable.Range(0, 64).Select(bits => (AccessHolds)bits);
        foreach (var holds in every)
        {
            foreach (var one in Enum.GetValues<AccessHolds>())
            {
                foreach (var overQuota in (bool[])[false, true])
                {
                    Assert.True(AccessStateRule.StateOf(AccessLifecycle.Live, holds | one, overQuota) >= AccessStateRule.StateOf(AccessLifecycle.Live, holds, overQuota), $"{holds} + {one}");
                }
            }
        }
    }

    [Fact]
    public void Paying_lifts_what_debt_held_and_nothing_else() =>
        Assert.Equal(AccessHolds.Abuse | AccessHolds.Manual | AccessHolds.Quota, AccessStateRule.AfterPaying(AccessHolds.Abuse | AccessHolds.Manual | AccessHolds.Quota | AccessHolds.Dunning | AccessHolds.Expired));
}
