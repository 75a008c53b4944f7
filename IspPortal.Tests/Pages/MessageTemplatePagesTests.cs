using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Web.Features.Messages.Pages;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

/// <summary>The texts of messages, and the form of one.</summary>
public sealed class MessageTemplatePagesTests : PageScene
{
    private const string Event = "usage.quota_80";

    private readonly Mock<IMessageTemplates> _templates;
    private long _version;

    public MessageTemplatePagesTests()
    {
        Allow(MessagingPermissions.MessagesRead, MessagingPermissions.TemplatesWrite);
        _templates = Stub<IMessageTemplates>();
        _templates.Setup(t => t.GetAsync(Event, It.IsAny<MessageChannel>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, MessageChannel channel, string language, CancellationToken _) => Result.Of(Text(channel, language)));
        _templates.Setup(t => t.PreviewAsync(Event, It.IsAny<MessageChannel>(), It.IsAny<string>(), It.IsAny<SaveTemplateRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, MessageChannel channel, string _, SaveTemplateRequest request, CancellationToken _) => request.Body.Contains("{nobody}", StringComparison.Ordinal)
                ? (Result<TemplatePreview>)CommonErrors.Invalid([new FieldError("body", "common.not_allowed")])
                : new TemplatePreview(request.Subject, request.Body.Replace("{customer}", "Budi Santoso", StringComparison.Ordinal), request.Body.Length, channel == MessageChannel.Sms ? 2 : null, true));
    }

    [Theory]
    [InlineData("en", "As it comes")]
    [InlineData("id", "Bawaan")]
    public void Each_event_says_which_texts_are_the_company_s_own(string language, string untouched)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        Answer(
            new MessageTemplateRow("account.invited", MessagePriority.Receipt, false, []),
            new MessageTemplateRow(Event, MessagePriority.Reminder, true, [new(MessageChannel.WhatsApp, "id"), new(MessageChannel.Email, "en"), new(MessageChannel.Email, "id")]));
        var page = Open<TemplatesPage>();
        Assert.Contains(untouched, page.Markup, StringComparison.Ordinal);
        Assert.Contains("E-mail (en), E-mail (id), WhatsApp (id)", page.Markup, StringComparison.Ordinal);
        Assert.Equal([$"message-templates/account.invited", $"message-templates/{Event}"], page.FindAll("tbody a.cell-main").Select(a => a.GetAttribute("href")));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_text_is_looked_for_by_its_name_or_its_key()
    {
        Answer(new MessageTemplateRow("account.invited", MessagePriority.Receipt, false, []), new MessageTemplateRow(Event, MessagePriority.Reminder, false, []));
        Address.NavigateTo("message-templates?q=INVITED");
        Assert.Equal("message-templates/account.invited", Assert.Single(Open<TemplatesPage>().FindAll("tbody a.cell-main")).GetAttribute("href"));
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_said_with_its_code()
    {
        _templates.Setup(t => t.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<MessageTemplateRow>>)new Error("storage.unreachable", ErrorKind.External));
        Assert.Contains("storage.unreachable", Open<TemplatesPage>().Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void The_preview_follows_what_is_typed_and_fields_are_put_in_by_a_click(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var page = Page("channel=Sms&lang=id");
        page.Find("#template-body").Input("Kuota hampir habis, ");
        page.Find("[data-field=customer]").Click();
        page.WaitForAssertion(() => Assert.Equal("Kuota hampir habis, Budi Santoso", page.Find(".message-text").TextContent));
        Assert.Contains("2 SMS", page.Find("[data-preview]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#template-subject"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_field_that_no_such_message_has_is_marked_and_there_is_no_preview()
    {
        var page = Page("channel=WhatsApp&lang=en");
        page.Find("#template-body").Input("Halo {nobody}");
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("#template-body").GetAttribute("aria-invalid")));
        Assert.Empty(page.FindAll(".message-paper"));
        Assert.NotNull(page.Find("#template-cloud"));
    }

    [Fact]
    public void Saving_over_somebody_else_s_text_is_refused_and_nothing_typed_is_lost()
    {
        _version = 4;
        _templates.Setup(t => t.SaveAsync(Event, MessageChannel.Email, "en", 4, It.IsAny<SaveTemplateRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<long>)CommonErrors.VersionConflict);
        var page = Page("channel=Email&lang=en");
        page.Find("#template-subject").Input("Your data");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("common.version_conflict", page.Find(".error-panel").TextContent, StringComparison.Ordinal));
        Assert.Equal("Your data", page.Find("#template-subject").GetAttribute("value"));
    }

    [Fact]
    public void A_text_of_one_s_own_is_given_up_after_a_question()
    {
        _version = 4;
        _templates.Setup(t => t.ResetAsync(Event, MessageChannel.Email, "id", 4, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            _version = 0;
            return Result.Success;
        });
        var dialogs = Open<RadzenDialog>();
        var page = Page("");
        page.Find("[data-act=reset]").Click();
        dialogs.WaitForElement("form").Submit();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-act=reset]")));
    }

    [Fact]
    public void Whoever_may_only_look_cannot_write()
    {
        Allow(MessagingPermissions.MessagesRead);
        _version = 4;
        var page = Page("");
        Assert.True(page.Find("fieldset").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("button[type=submit], [data-act=reset]"));
        Assert.NotNull(page.Find(".message-paper"));
    }

    [Fact]
    public void An_event_that_nobody_knows_is_said_with_its_code()
    {
        _templates.Setup(t => t.GetAsync("no.such", It.IsAny<MessageChannel>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<MessageTemplateDetails>)MessagingErrors.UnknownEvent("no.such"));
        Assert.Contains("messages.unknown_event", Open<TemplatePage>(page => page.Add(one => one.EventKey, "no.such")).Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<TemplatePage> Page(string query)
    {
        Address.NavigateTo($"message-templates/{Event}?{query}");
        return Open<TemplatePage>(page => page.Add(one => one.EventKey, Event));
    }

    private void Answer(params MessageTemplateRow[] rows) => _templates.Setup(t => t.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<MessageTemplateRow>>(rows));

    private MessageTemplateDetails Text(MessageChannel channel, string language) => new(
        Event, channel, language, channel == MessageChannel.Email ? "Kuota" : null, "Halo {customer}", "Kuota", "Halo {customer}", _version > 0, null, null, [], [new("customer", "Budi Santoso"), new("used", "80 GB")],
        _version > 0 ? DateTime.UnixEpoch : null, _version > 0 ? "Sari" : null, _version);
}
