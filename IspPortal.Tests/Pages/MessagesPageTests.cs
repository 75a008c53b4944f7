using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Web.Features.Messages.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>The outbox: what goes out, what waits and why.</summary>
public sealed class MessagesPageTests : PageScene
{
    private static readonly Guid Sender = new("01890a5d-ac96-774b-bcce-b302099a8001");

    private readonly Mock<IMessageLog> _log;
    private readonly Mock<IMessageTemplates> _templates;
    private readonly Mock<IMessageSenders> _senders;

    public MessagesPageTests()
    {
        Allow(MessagingPermissions.MessagesRead);
        _log = Stub<IMessageLog>();
        _templates = Stub<IMessageTemplates>();
        _senders = Stub<IMessageSenders>();
        _templates.Setup(t => t.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<MessageTemplateRow>>([new("usage.quota_80", MessagePriority.Reminder, false, [])]));
        _senders.Setup(s => s.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<MessageSenderRow>>([MessageSamples.Sender(Sender)]));
        Answer();
    }

    [Theory]
    [InlineData("en", "No messages yet")]
    [InlineData("id", "Belum ada pesan")]
    public void An_empty_outbox_says_what_it_is_for(string language, string title)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        Assert.Contains(title, Open<MessagesPage>().Markup, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_state_and_reason_has_a_word(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        Answer(
        [
            .. Enum.GetValues<MessageState>().Select(state => MessageSamples.Row(state)),
            .. Enum.GetValues<MessageDropReason>().Select(reason => MessageSamples.Row(MessageState.Dropped) with { DroppedBecause = reason }),
            .. Enum.GetValues<MessageChannel>().Select(channel => MessageSamples.Row(MessageState.Sent) with { Channel = channel }),
            .. Enum.GetValues<MessagePriority>().Select(priority => MessageSamples.Row(MessageState.Sent) with { Priority = priority }),
        ]);
        Assert.Contains("Budi Santoso", Open<MessagesPage>().Markup, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void The_address_of_the_page_decides_what_is_listed()
    {
        Address.NavigateTo($"messages?state=Failed&channel=WhatsApp&priority=Receipt&event=usage.quota_80&sender={Sender}");
        Open<MessagesPage>();
        var wanted = new MessageFilter(MessageState.Failed, MessageChannel.WhatsApp, MessagePriority.Receipt, "usage.quota_80", null, Sender);
        _log.Verify(log => log.ListAsync(wanted, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void One_that_waits_says_until_when_and_one_that_failed_says_why()
    {
        Answer(MessageSamples.Row(MessageState.Failed) with { ErrorCode = "messages.no_sender" });
        Assert.Contains("No sender", Open<MessagesPage>().Find("tbody .cell-sub ~ .cell-sub, tbody td:nth-child(3) .cell-sub").TextContent, StringComparison.OrdinalIgnoreCase);
        Answer(MessageSamples.Row(MessageState.Waiting));
        Assert.NotEmpty(Open<MessagesPage>().Find("tbody td:nth-child(3) .cell-sub").TextContent.Trim());
    }

    [Fact]
    public void What_cannot_be_read_is_said_with_its_code_and_tried_again()
    {
        _log.Setup(log => log.ListAsync(It.IsAny<MessageFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<MessageRow>>)new Error("storage.unreachable", ErrorKind.External));
        var page = Open<MessagesPage>();
        Assert.Contains("storage.unreachable", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        Answer(MessageSamples.Row(MessageState.Sent));
        page.Find(".error-panel button").Click();
        page.WaitForAssertion(() => Assert.Contains("Budi Santoso", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_may_not_is_told_so_and_sees_nothing()
    {
        var denied = IdentityErrors.Forbidden(MessagingPermissions.MessagesRead);
        _log.Setup(log => log.ListAsync(It.IsAny<MessageFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<MessageRow>>)denied);
        _templates.Setup(t => t.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<MessageTemplateRow>>)denied);
        _senders.Setup(s => s.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<MessageSenderRow>>)denied);
        var page = Open<MessagesPage>();
        Assert.Contains(denied.Code, page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody tr"));
    }

    private void Answer(params MessageRow[] rows) =>
        _log.Setup(log => log.ListAsync(It.IsAny<MessageFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<MessageRow>>)new Page<MessageRow>(rows, 1, 50, rows.Length));
}
