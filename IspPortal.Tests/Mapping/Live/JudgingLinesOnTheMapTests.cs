using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Network.Access;

namespace IspPortal.Tests.Mapping.Live;

public sealed class JudgingLinesOnTheMapTests
{
    [Theory]
    [InlineData(AccessState.Active, AccessPresence.Online, MapLineState.Online)]
    [InlineData(AccessState.Throttled, AccessPresence.Online, MapLineState.Online)]
    [InlineData(AccessState.Active, AccessPresence.Offline, MapLineState.Offline)]
    [InlineData(AccessState.Active, AccessPresence.Unknown, MapLineState.Unknown)]
    [InlineData(AccessState.Isolated, AccessPresence.Online, MapLineState.Isolated)]
    [InlineData(AccessState.Isolated, AccessPresence.Offline, MapLineState.Isolated)]
    [InlineData(AccessState.Disabled, AccessPresence.Offline, MapLineState.Off)]
    [InlineData(AccessState.Absent, AccessPresence.Unknown, MapLineState.Off)]
    public void What_is_wanted_decides_before_what_is_seen(AccessState wanted, AccessPresence presence, MapLineState expected) => Assert.Equal(expected, MapLineStates.Of(wanted, presence));

    [Fact]
    public void A_silent_router_makes_no_line_offline() =>
        Assert.DoesNotContain(MapLineState.Offline, Enum.GetValues<AccessState>().Select(wanted => MapLineStates.Of(wanted, AccessPresence.Unknown)));

    [Fact]
    public void Of_several_the_one_in_trouble_colours_the_mark()
    {
        Assert.Equal(MapLineState.Offline, MapLineStates.WorstOf([90, 1, 4, 3, 2]));
        Assert.Equal(MapLineState.Unknown, MapLineStates.WorstOf([90, 0, 4, 3, 2]));
        Assert.Equal(MapLineState.Isolated, MapLineStates.WorstOf([90, 0, 4, 0, 2]));
        Assert.Equal(MapLineState.Online, MapLineStates.WorstOf([1, 0, 0, 0, 2]));
        Assert.Equal(MapLineState.Off, MapLineStates.WorstOf([0, 0, 0, 0, 2]));
        Assert.Equal(MapLineStates.Count, Enum.GetValues<MapLineState>().Length);
    }
}
