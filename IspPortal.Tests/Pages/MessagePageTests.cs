using Bunit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Web.Features.Messages.Pages;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

/// <summary>One message: its text, its course, and what may be done with it.</summary>
public sealed class MessagePageTests : PageScene
{
    private readonly Mock<IMessageLog> _log;
    private Result<MessageDetails> _answer = Result.Of(MessageSamples.Details(MessageState.Waiting));

    public MessagePageTests()
    {
        Allow(MessagingPermissions.MessagesRead, MessagingPermissions.MessagesWrite, CustomersPermissions.CustomersRead);
        _log = Stub<IMessageLog>();
        _log.Setup(log => log.GetAsync(MessageSamples.MessageId, It.IsAny<CancellationToken>())).ReturnsAsync(() => _answer);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Everything_that_is_known_of_it_has_a_word(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var at = new DateTime(2026, 11, 22, 7, 0, 0, DateTimeKind.Utc);
        var full = MessageSamples.Details(MessageState.Waiting) with
        {
            Subject = "Kuota", Attachments = ["report.pdf"], NotAfterUtc = at, DeliveredAtUtc = at, ReadAtUtc = at, FinishedAtUtc = at, ProviderId = "8821", LastError = "device disconnected", MergedIntoId = Guid.CreateVersion7(),
        };
        foreach (var state in Enum.GetValues<MessageState>())
        {
            _answer = full with { Row = full.Row with { State = state, SentAtUtc = at, ErrorCode = "messages.no_sender", DroppedBecause = state == MessageState.Dropped ? MessageDropReason.ByHand : null } };
            var page = Page();
            Assert.Contains("Halo Budi Santoso", page.Find(".message-paper").TextContent, StringComparison.Ordinal);
            Assert.Contains("device disconnected", page.Markup, StringComparison.Ordinal);
            Assert.Contains("report.pdf", page.Markup, StringComparison.Ordinal);
        }

        Assert.Empty(missing.Keys);
    }

    [Theory]
    [InlineData(MessageState.Waiting, "drop", false)]
    [InlineData(MessageState.Sent, null, false)]
    [InlineData(MessageState.Failed, "resend", false)]
    [InlineData(MessageState.Dropped, "resend", false)]
    [InlineData(MessageState.Uncertain, "resend", true)]
    [InlineData(MessageState.WouldHave, "resend", true)]
    public void What_may_be_done_goes_by_its_state(MessageState state, string? act, bool explains)
    {
        _answer = MessageSamples.Details(state);
        var page = Page();
        Assert.Equal(act is null ? [] : [act], page.FindAll("[data-act]").Select(button => button.GetAttribute("data-act")));
        Assert.Equal(explains, page.FindAll(".notice").Count > 0);
    }

    [Fact]
    public void A_text_with_a_key_is_shown_to_nobody_and_not_sent_again()
    {
        _answer = MessageSamples.Details(MessageState.Failed, text: null) with { IsConfidential = true };
        var page = Page();
        Assert.Empty(page.FindAll(".message-paper"));
        Assert.Empty(page.FindAll("[data-act]"));
        Assert.Contains("carried a key", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_may_only_look_gets_no_buttons_and_no_way_to_the_customer()
    {
        Allow(MessagingPermissions.MessagesRead);
        _answer = MessageSamples.Details(MessageState.Failed);
        var page = Page();
        Assert.Empty(page.FindAll("[data-act]"));
        Assert.Empty(page.FindAll("a[href^='customers/']"));
    }

    [Fact]
    public void Sent_again_after_a_question_it_is_read_anew()
    {
        _answer = MessageSamples.Details(MessageState.Uncertain);
        _log.Setup(log => log.ResendAsync(MessageSamples.MessageId, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            _answer = MessageSamples.Details(MessageState.Waiting);
            return Result.Success;
        });
        var dialogs = Open<RadzenDialog>();
        var page = Page();
        page.Find("[data-act=resend]").Click();
        _log.Verify(log => log.ResendAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>()), Times.Never);
        dialogs.WaitForElement("form").Submit();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-act=drop]")));
        _log.Verify(log => log.ResendAsync(MessageSamples.MessageId, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void What_went_out_in_the_meantime_cannot_be_taken_out_and_says_so()
    {
        _log.Setup(log => log.DropAsync(MessageSamples.MessageId, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            _answer = MessageSamples.Details(MessageState.Sent);
            return MessagingErrors.NotWaiting;
        });
        var dialogs = Open<RadzenDialog>();
        var page = Page();
        page.Find("[data-act=drop]").Click();
        dialogs.WaitForElement("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("messages.not_waiting", page.Find(".error-panel").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-act]"));
    }

    [Fact]
    public void One_that_is_not_there_is_said_with_its_code()
    {
        _answer = MessagingErrors.NotFound;
        Assert.Contains("messages.not_found", Page().Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<MessagePage> Page() => Open<MessagePage>(page => page.Add(one => one.MessageId, MessageSamples.MessageId));
}
