using System.Text.Json.Nodes;
using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Settings;
using IspPortal.Web.Features.Settings.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class SettingsPageTests : PageScene
{
    private readonly Mock<ISettingsCatalog> _catalog;

    public SettingsPageTests()
    {
        Allow(SettingsPermissions.SettingsRead, SettingsPermissions.SettingsWrite);
        _catalog = Stub<ISettingsCatalog>();
        Stub<ICompanyLogo>();
        Answer(10, 3);
    }

    [Fact]
    public void Saving_gives_numbers_as_numbers_with_the_version_that_was_read()
    {
        JsonObject? saved = null;
        _catalog.Setup(catalog => catalog.SaveAsync("monitoring", It.IsAny<JsonObject>(), 3, It.IsAny<CancellationToken>()))
            .Callback<string, JsonObject, long, CancellationToken>((_, values, _, _) => saved = values)
            .ReturnsAsync((Result<long>)4L);
        var page = Open<SettingsPage>();

        page.Find("#setting-monitoring-countersEverySeconds").Input("15");
        page.Find("form").Submit();

        Assert.Equal("""{"countersEverySeconds":15}""", saved?.ToJsonString());
    }

    [Fact]
    public void What_is_not_a_number_is_refused_at_the_field()
    {
        var page = Open<SettingsPage>();

        page.Find("#setting-monitoring-countersEverySeconds").Input("often");
        page.Find("form").Submit();

        Assert.Equal("This must be a number.", page.Find(".field-error").TextContent);
        _catalog.Verify(catalog => catalog.SaveAsync(It.IsAny<string>(), It.IsAny<JsonObject>(), It.IsAny<long>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public void A_rule_of_the_service_shows_at_the_field_with_its_limits()
    {
        _catalog.Setup(catalog => catalog.SaveAsync("monitoring", It.IsAny<JsonObject>(), 3, It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<long>)CommonErrors.Invalid([new FieldError("countersEverySeconds", "common.out_of_range", 5, 300)]));
        var page = Open<SettingsPage>();

        page.Find("#setting-monitoring-countersEverySeconds").Input("1");
        page.Find("form").Submit();

        Assert.Equal("Must be from 5 to 300.", page.Find(".field-error").TextContent);
    }

    [Fact]
    public void A_save_by_somebody_else_is_said_and_the_present_values_can_be_loaded()
    {
        _catalog.Setup(catalog => catalog.SaveAsync("monitoring", It.IsAny<JsonObject>(), 3, It.IsAny<CancellationToken>())).ReturnsAsync((Result<long>)CommonErrors.VersionConflict);
        var page = Open<SettingsPage>();
        page.Find("#setting-monitoring-countersEverySeconds").Input("15");
        page.Find("form").Submit();
        Answer(20, 4);

        page.Find(".notice button").Click();

        Assert.Equal("20", page.Find("#setting-monitoring-countersEverySeconds").GetAttribute("value"));
        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public void One_who_may_only_look_cannot_type_or_save()
    {
        Allow(SettingsPermissions.SettingsRead);

        var page = Open<SettingsPage>();

        Assert.True(page.Find("fieldset").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("button[type=submit]"));
    }

    [Fact]
    public void Nothing_changed_means_nothing_to_save() =>
        Assert.True(Open<SettingsPage>().Find("button[type=submit]").HasAttribute("disabled"));

    private void Answer(int seconds, long version)
    {
        var section = new SettingsSection("monitoring", version, null, new JsonObject { ["countersEverySeconds"] = seconds },
            [new SettingsField("countersEverySeconds", SettingsFieldKind.WholeNumber, [])]);
        _catalog.Setup(catalog => catalog.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<SettingsSection>>)new[] { section });
        _catalog.Setup(catalog => catalog.FindAsync("monitoring", It.IsAny<CancellationToken>())).ReturnsAsync((Result<SettingsSection>)section);
    }
}
