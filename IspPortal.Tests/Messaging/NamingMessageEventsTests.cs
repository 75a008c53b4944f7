using System.Globalization;
using System.Resources;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Tests.Security;
using IspPortal.Web.Features.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Messaging;

public sealed class NamingMessageEventsTests
{
    [Fact]
    public async Task Whatever_the_portal_writes_to_people_about_has_a_name_in_both_languages()
    {
        await using var host = new PortalHost();
        var events = host.Services.GetRequiredService<MessageEvents>().All;
        var texts = new ResourceManager(typeof(MessagesTexts));

        Assert.True(events.Count >= 9, $"{events.Count}");
        Assert.All(events, definition => Assert.All(["", "id"], language => Assert.False(
            string.IsNullOrEmpty(texts.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)?.GetString("Event." + definition.Key)), $"{definition.Key} in '{language}'")));
    }
}
