using Bunit;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Web.Features.Wall.Parts;

namespace IspPortal.Tests.Pages;

/// <summary>The wall shows what is out now, and nothing while all is well.</summary>
public sealed class OutagesOnTheWallTests : PageScene
{
    [Theory]
    [InlineData("en", "6 off", "6 not known")]
    [InlineData("id", "6 mati", "6 tidak diketahui")]
    public void Open_outages_come_and_go_by_themselves(string language, string off, string unknown)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        Allow(MappingPermissions.MapRead);
        var card = Open<OutagesCard>();
        Assert.Equal("", card.Markup.Trim());

        Publish(Row(OutageKind.Plant, "ODP-1"), Row(OutageKind.Router, "RTR-1"), Row(OutageKind.Planned, "FDR-1"));
        card.WaitForAssertion(() => Assert.Equal(["ODP-1", "RTR-1", "FDR-1"], card.FindAll(".wall-outage b").Select(name => name.TextContent)));
        Assert.Contains(off, card.FindAll(".wall-outage")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(unknown, card.FindAll(".wall-outage")[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);

        Publish();
        card.WaitForAssertion(() => Assert.Equal("", card.Markup.Trim()));
    }

    [Fact]
    public void Who_may_not_see_the_map_sees_none()
    {
        Allow();
        Publish(Row(OutageKind.Plant, "ODP-1"));
        Assert.Equal("", Open<OutagesCard>().Markup.Trim());
    }

    private void Publish(params OutageRow[] open)
    {
        Feed.Publish(OutageTopics.Board, new OutageBoard(Clock.GetUtcNow().UtcDateTime, open));
        Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static OutageRow Row(OutageKind kind, string name) => new(
        Guid.CreateVersion7(), kind, OutageState.Confirmed, new PlantElement(PlantElementKind.Odp, Guid.Empty), name, DateTime.UnixEpoch, null, null, 6, 6, 6, Money.Idr(1), null, null, null, 1);
}
