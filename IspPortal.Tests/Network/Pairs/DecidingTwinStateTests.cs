using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Tests.Network.Provisioning;

namespace IspPortal.Tests.Network.Pairs;

/// <summary>What a line should be on each router of a pair, and what the planner makes of it.</summary>
public sealed class DecidingTwinStateTests
{
    private static readonly Guid A = new("019a0000-0000-7000-8000-00000000000a");
    private static readonly Guid B = new("019a0000-0000-7000-8000-00000000000b");

    [Theory]
    [InlineData(AccessState.Active, AccessService.Pppoe, PlacementRole.Primary, PairMode.Standby, AccessState.Active)]
    [InlineData(AccessState.Active, AccessService.Pppoe, PlacementRole.Twin, PairMode.Standby, AccessState.Disabled)]
    [InlineData(AccessState.Throttled, AccessService.Hotspot, PlacementRole.Twin, PairMode.Standby, AccessState.Disabled)]
    [InlineData(AccessState.Isolated, AccessService.Pppoe, PlacementRole.Twin, PairMode.Standby, AccessState.Disabled)]
    [InlineData(AccessState.Isolated, AccessService.Pppoe, PlacementRole.Twin, PairMode.Active, AccessState.Isolated)]
    [InlineData(AccessState.Active, AccessService.Static, PlacementRole.Twin, PairMode.Standby, AccessState.Active)]
    [InlineData(AccessState.Active, AccessService.Pppoe, PlacementRole.Twin, null, AccessState.Active)]
    [InlineData(AccessState.Absent, AccessService.Pppoe, PlacementRole.Twin, PairMode.Standby, AccessState.Absent)]
    [InlineData(AccessState.Active, AccessService.Pppoe, PlacementRole.Former, PairMode.Active, AccessState.Absent)]
    public void The_partner_follows_the_mode_of_the_pair(AccessState wanted, AccessService service, PlacementRole role, PairMode? mode, AccessState expected) =>
        Assert.Equal(expected, TwinRule.StateOf(wanted, service, role, mode));

    [Theory]
    [InlineData(AccessState.Disabled)]
    [InlineData(AccessState.Absent)]
    public void Who_is_cut_off_anyway_is_not_on_standby(AccessState wanted) =>
        Assert.False(TwinRule.IsStandby(wanted, AccessService.Pppoe, PlacementRole.Twin, PairMode.Standby));

    [Fact]
    public void A_line_remembers_where_it_belongs_until_it_is_back()
    {
        Assert.Equal(A, TwinRule.HomeAfterMove(null, A, B));
        Assert.Null(TwinRule.HomeAfterMove(A, B, A));
        Assert.Equal(A, TwinRule.HomeAfterMove(A, B, new Guid("019a0000-0000-7000-8000-00000000000c")));
    }

    [Fact]
    public void A_standby_line_is_disabled_for_its_own_reason_and_its_session_may_wait()
    {
        var line = new DesiredAccess(A, AccessService.Pppoe, "budi", AccessState.Disabled, "HOME-20") { Password = "rahasia", IsStandby = true };
        var contents = RouterContentsMaker.Contents([RouterContentsMaker.Secret("budi", "HOME-20", A)], [RouterContentsMaker.Session("budi")]);

        var now = AccessPlanner.Plan(new PlannerInput(contents, [line], DateTime.UnixEpoch)).Value;
        Assert.Equal([(PlanVerb.Set, "access.standby"), (PlanVerb.Kick, "access.standby")], now.Steps.Select(s => (s.Verb, s.Reason)));

        var later = AccessPlanner.Plan(new PlannerInput(contents, [line], DateTime.UnixEpoch) { Kicks = KickPolicy.NextRedial }).Value;
        Assert.Equal([PlanVerb.Set], later.Steps.Select(s => s.Verb));

        // A person's hold still ends the session at once.
        var held = AccessPlanner.Plan(new PlannerInput(contents, [line with { IsStandby = false }], DateTime.UnixEpoch) { Kicks = KickPolicy.NextRedial }).Value;
        Assert.Equal([(PlanVerb.Set, "access.disable"), (PlanVerb.Kick, "access.disable")], held.Steps.Select(s => (s.Verb, s.Reason)));
    }

    [Fact]
    public void Lines_that_are_cut_off_come_before_those_that_only_stand_by()
    {
        var contents = RouterContentsMaker.Contents();
        DesiredAccess standby = new(A, AccessService.Pppoe, "a", AccessState.Disabled, "HOME-20") { Password = "rahasia", IsStandby = true };
        DesiredAccess held = new(B, AccessService.Pppoe, "b", AccessState.Disabled, "HOME-20") { Password = "rahasia" };
        Assert.Equal(["b", "a"], AccessPlanner.Plan(new PlannerInput(contents, [standby, held], DateTime.UnixEpoch)).Value.Steps.Select(s => s.Key));
    }
}
