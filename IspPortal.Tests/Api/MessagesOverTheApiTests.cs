using System.Net.Http.Json;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Core.Messaging.Templates;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Api;

public sealed class MessagesOverTheApiTests
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-0000000000aa");
    private static readonly DateTime At = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    private readonly Mock<IMessageLog> _log = new(MockBehavior.Strict);
    private readonly Mock<IMessageTemplates> _templates = new(MockBehavior.Strict);
    private readonly Mock<IMessageReports> _reports = new(MockBehavior.Strict);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_are_listed_by_what_is_asked()
    {
        await using var host = await StartAsync();
        _log.Setup(log => log.ListAsync(new MessageFilter(MessageState.Failed, MessageChannel.WhatsApp, MessagePriority.Reminder, "test.a", Id, null), It.Is<PageRequest>(page => page.Search == "0812"), It.IsAny<CancellationToken>()))
            .ReturnsAsync((MessageFilter _, PageRequest page, CancellationToken _) => Page<MessageRow>.Of([Row()], page, 1));
        using var client = host.SignedIn(MessagingPermissions.MessagesRead);
        var body = await ApiHost.BodyAsync(await client.GetAsync($"/api/v1/messages?state=failed&channel=whatsApp&priority=reminder&event=test.a&customerId={Id}&search=0812", Token));
        Assert.Equal("failed", body.GetProperty("items")[0].GetProperty("state").GetString());
        await ApiHost.ProblemAsync(await client.GetAsync("/api/v1/messages?state=lost", Token), 422, "common.unknown_value");
    }

    [Fact]
    public async Task Acting_needs_more_than_reading()
    {
        await using var host = await StartAsync();
        using var reader = host.SignedIn(MessagingPermissions.MessagesRead);
        Assert.Equal(403, (int)(await reader.PostAsync($"/api/v1/messages/{Id}/drop", null, Token)).StatusCode);
        _log.Setup(log => log.DropAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(MessagingErrors.NotWaiting);
        using var clerk = host.SignedIn(MessagingPermissions.MessagesWrite);
        await ApiHost.ProblemAsync(await clerk.PostAsync($"/api/v1/messages/{Id}/drop", null, Token), 409, "messages.not_waiting");
    }

    [Fact]
    public async Task A_text_is_changed_by_its_version()
    {
        await using var host = await StartAsync();
        using var client = host.SignedIn(MessagingPermissions.TemplatesWrite, MessagingPermissions.MessagesRead);
        await ApiHost.ProblemAsync(await client.PutAsJsonAsync("/api/v1/message-templates/test.a/sms/en", new { body = "x" }, Token), 422, "common.required");
        _templates.Setup(templates => templates.SaveAsync("test.a", MessageChannel.Sms, "en", 0, It.Is<SaveTemplateRequest>(request => request.Body == "x {b}"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Core.Common.CommonErrors.Invalid([new FieldError("body", "messages.unknown_field", "b")]));
        var problem = await ApiHost.ProblemAsync(await client.PutAsJsonAsync("/api/v1/message-templates/test.a/sms/en", new { version = 0, body = "x {b}" }, Token), 422, "common.invalid");
        Assert.Contains("messages.unknown_field", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Providers_report_without_signing_in_and_over_the_very_bytes()
    {
        await using var host = await StartAsync();
        byte[] body = [.. """{"a": "\/"}"""u8];
        _reports.Setup(reports => reports.TakeCloudAsync(Id, It.Is<ReadOnlyMemory<byte>>(bytes => bytes.ToArray().SequenceEqual(body)), "sha256=1", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        _reports.Setup(reports => reports.TakeFonnteAsync(Id, "word", "8", "read", It.IsAny<CancellationToken>())).ReturnsAsync(MessagingErrors.ReportTooEarly);
        _reports.Setup(reports => reports.VerifyCloudAsync(Id, "subscribe", "word", "42", It.IsAny<CancellationToken>())).ReturnsAsync("42");
        using var client = host.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/messages/cloud/{Id}") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature-256", "sha256=1");
        Assert.Equal(200, (int)(await client.SendAsync(request, Token)).StatusCode);
        Assert.Equal(503, (int)(await client.PostAsJsonAsync($"/hooks/messages/fonnte/{Id}/word", new { id = 8, state = "read" }, Token)).StatusCode);
        Assert.Equal("42", await client.GetStringAsync($"/hooks/messages/cloud/{Id}?hub.mode=subscribe&hub.verify_token=word&hub.challenge=42", Token));
    }

    private Task<ApiHost> StartAsync() => ApiHost.StartAsync(services: services => services.AddSingleton(_log.Object).AddSingleton(_templates.Object).AddSingleton(_reports.Object));

    private static MessageRow Row() => new(Id, "test.a", MessageChannel.WhatsApp, "+62812", null, null, MessagePriority.Reminder, MessageState.Failed, null, "messages.refused", At, At, null, null, 1);
}
