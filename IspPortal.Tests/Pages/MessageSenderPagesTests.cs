using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Web.Features.Messages.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>The senders of messages, the form of one, and the test of it.</summary>
public sealed class MessageSenderPagesTests : PageScene
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8001");

    private readonly Mock<IMessageSenders> _senders;
    private readonly Mock<IMessageForecast> _forecast;
    private MessageSenderRow _row = MessageSamples.Sender(Id);

    public MessageSenderPagesTests()
    {
        Allow(MessagingPermissions.MessagesRead, MessagingPermissions.SendersWrite);
        _senders = Stub<IMessageSenders>();
        _forecast = Stub<IMessageForecast>();
        _senders.Setup(s => s.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => Result.Of(MessageSamples.SenderDetails(_row)));
        Answer();
    }

    [Theory]
    [InlineData("en", "No sender yet")]
    [InlineData("id", "Belum ada pengirim")]
    public void Without_any_the_first_step_is_offered_to_those_who_may(string language, string title)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var page = Open<SendersPage>();
        Assert.Contains(title, page.Markup, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("a[href='message-senders/new']").Count);
        Allow(MessagingPermissions.MessagesRead);
        Assert.Empty(Open<SendersPage>().FindAll("a[href='message-senders/new']"));
        Assert.Empty(missing.Keys);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_state_and_provider_has_a_word_and_a_pause_its_reason(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        Answer(
        [
            .. Enum.GetValues<MessageSenderState>().Select(state => _row with { Id = Guid.CreateVersion7(), State = state, PausedBecause = state == MessageSenderState.Paused ? "messages.no_sender" : null }),
            .. Enum.GetValues<MessageSenderType>().Select(type => _row with { Id = Guid.CreateVersion7(), Type = type }),
        ]);
        var page = Open<SendersPage>();
        Assert.Contains("12 / 2", page.Markup, StringComparison.Ordinal);
        Assert.Equal(Enum.GetValues<MessageSenderState>().Length + Enum.GetValues<MessageSenderType>().Length, page.FindAll("tbody tr").Count);
        Assert.Single(page.FindAll("tbody td:nth-child(2) .cell-sub"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_said_with_its_code()
    {
        _senders.Setup(s => s.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyList<MessageSenderRow>>)new Error("storage.unreachable", ErrorKind.External));
        Assert.Contains("storage.unreachable", Open<SendersPage>().Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void How_long_a_crowd_of_messages_takes_is_said_before_anybody_sends_them()
    {
        _forecast.Setup(f => f.ForecastAsync(MessageChannel.WhatsApp, MessagePriority.Reminder, 12_000, It.IsAny<CancellationToken>()))
            .ReturnsAsync(Result.Of(new SendingOutlook(12_000, 40, 2, 400, new DateTime(2026, 11, 24, 3, 0, 0, DateTimeKind.Utc))));
        var page = Open<SendersPage>();
        page.Find("#forecast-count").Input("12.000");
        page.Find("[data-forecast] form").Submit();
        Assert.Contains("24 Nov 2026", page.Find(".forecast").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Each_provider_is_asked_for_what_it_needs(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var page = Open<SenderPage>();
        foreach (var (type, fields) in new Dictionary<MessageSenderType, string[]>
        {
            [MessageSenderType.Smtp] = ["server", "port", "from", "account", "secret"],
            [MessageSenderType.TelegramBot] = ["server", "secret"],
            [MessageSenderType.Fonnte] = ["server", "secret", "callback"],
            [MessageSenderType.Wablas] = ["server", "secret", "signing"],
            [MessageSenderType.WhatsAppCloud] = ["server", "account", "secret", "signing", "callback"],
            [MessageSenderType.Zenziva] = ["server", "account", "secret"],
            [MessageSenderType.Slack] = ["secret"],
            [MessageSenderType.Discord] = ["secret"],
            [MessageSenderType.Teams] = ["secret"],
            [MessageSenderType.Webhook] = ["server", "signing"],
        })
        {
            page.Find("#sender-type").Change(type.ToString());
            Assert.Equal((type, string.Join(' ', fields)), (type, string.Join(' ', page.FindAll("fieldset:first-of-type input").Select(input => input.Id!["sender-".Length..]).Where(name => name is not "name"))));
        }

        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void What_is_wrong_stands_at_its_field_and_a_form_sent_twice_adds_one()
    {
        var made = new List<Guid>();
        _senders.Setup(s => s.AddAsync(It.IsAny<Guid>(), It.IsAny<SaveSenderRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid id, SaveSenderRequest request, CancellationToken _) =>
        {
            made.Add(id);
            return request.Name.Length == 0 ? CommonErrors.Invalid([new FieldError("name", "common.required")]) : Result.Success;
        });
        var page = Open<SenderPage>();
        page.Find("#sender-pace").Input("fast");
        page.Find("form").Submit();
        Assert.Equal("true", page.Find("#sender-pace").GetAttribute("aria-invalid"));
        Assert.Empty(made);
        page.Find("#sender-pace").Input("60");
        page.Find("form").Submit();
        Assert.Equal("true", page.Find("#sender-name").GetAttribute("aria-invalid"));
        page.Find("#sender-name").Input("WA 3");
        page.Find("form").Submit();
        Assert.Single(made.Distinct());
        Assert.EndsWith($"message-senders/{made[0]}", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_kept_is_never_shown_and_stays_when_nothing_is_typed()
    {
        SaveSenderRequest? saved = null;
        _senders.Setup(s => s.ChangeAsync(Id, 7, It.IsAny<SaveSenderRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid _, long _, SaveSenderRequest request, CancellationToken _) =>
        {
            saved = request;
            return Result.Success;
        });
        var page = Page();
        Assert.Equal(("", "kept as it is"), (page.Find("#sender-secret").GetAttribute("value") ?? "", page.Find("#sender-secret").GetAttribute("placeholder")));
        page.Find("form").Submit();
        Assert.Null(saved!.Secret);
    }

    [Fact]
    public void A_test_says_what_the_provider_said()
    {
        _senders.Setup(s => s.TestAsync(Id, "081", It.IsAny<CancellationToken>())).ReturnsAsync((Result)MessagingErrors.TestFailed("messages.refused", "device disconnected"));
        _senders.Setup(s => s.TestAsync(Id, "081234567890", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var page = Page();
        page.Find("#sender-test").Input("081");
        page.Find("[data-test-card] form").Submit();
        Assert.Contains("device disconnected", page.Find("[data-test-card] .error-panel").TextContent, StringComparison.Ordinal);
        page.Find("#sender-test").Input("081234567890");
        page.Find("[data-test-card] form").Submit();
        Assert.NotNull(page.Find("[data-tested]"));
    }

    [Fact]
    public void A_paused_one_says_why_and_goes_on_by_a_click()
    {
        _row = _row with { State = MessageSenderState.Paused, PausedBecause = "messages.no_sender", PausedDetail = "banned" };
        _senders.Setup(s => s.ResumeAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            _row = _row with { State = MessageSenderState.Ready };
            return Result.Success;
        });
        var page = Page();
        Assert.Contains("banned", page.Find("[data-paused]").TextContent, StringComparison.Ordinal);
        page.Find("[data-paused] button").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-paused]")));
    }

    [Fact]
    public void Whoever_may_only_look_can_neither_save_nor_test()
    {
        Allow(MessagingPermissions.MessagesRead);
        var page = Page();
        Assert.True(page.Find("fieldset").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("button[type=submit], [data-test-card], .menu"));
    }

    [Fact]
    public void One_that_is_not_there_is_said_with_its_code()
    {
        _senders.Setup(s => s.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync((Result<MessageSenderDetails>)MessagingErrors.SenderNotFound);
        Assert.Contains("messages.sender_not_found", Page().Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<SenderPage> Page() => Open<SenderPage>(page => page.Add(one => one.SenderId, Id));

    private void Answer(params MessageSenderRow[] rows) => _senders.Setup(s => s.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<MessageSenderRow>>(rows));
}
