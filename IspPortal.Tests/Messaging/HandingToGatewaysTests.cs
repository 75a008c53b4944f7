using IspPortal.Core.Lab;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Lab.Messages;
using IspPortal.Infrastructure.Messaging.Gateways;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Messaging;

/// <summary>Each gateway against the lab's server that answers as its vendor does, over real HTTP and SMTP.</summary>
public sealed class HandingToGatewaysTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<MessageSenderType, LabProvider, string> Gateways => new()
    {
        { MessageSenderType.Smtp, LabProvider.Mail, "budi@example.net" },
        { MessageSenderType.Fonnte, LabProvider.Fonnte, "+6281234567890" },
        { MessageSenderType.Wablas, LabProvider.Wablas, "+6281234567890" },
        { MessageSenderType.WhatsAppCloud, LabProvider.WhatsAppCloud, "+6281234567890" },
        { MessageSenderType.TelegramBot, LabProvider.Telegram, "123456" },
        { MessageSenderType.Zenziva, LabProvider.Zenziva, "+6281234567890" },
        { MessageSenderType.Slack, LabProvider.Slack, "noc" },
        { MessageSenderType.Discord, LabProvider.Discord, "noc" },
        { MessageSenderType.Teams, LabProvider.Teams, "noc" },
        { MessageSenderType.Webhook, LabProvider.Webhook, "monitoring" },
    };

    [Theory, MemberData(nameof(Gateways))]
    public async Task Its_vendors_answers_are_understood(MessageSenderType type, LabProvider provider, string address)
    {
        await using var rig = await MessagingRig.StartAsync();
        var sender = await rig.SenderAsync(await rig.AddSenderAsync(type));
        var gateway = rig.Services.GetServices<IMessageGateway>().Single(one => one.Type == type);
        var message = new OutgoingMessage(Guid.CreateVersion7(), "test.receipt", address, "Budi Ünal", "Tagihan Ü", "Halo Ünal,\nlunas.") { MayBeFree = true };

        Assert.Equal(GatewayVerdict.Accepted, (await gateway.SendAsync(sender, message, Token)).Verdict);
        var letter = Assert.Single(rig.Room.Letters);
        Assert.Equal((provider, "Halo Ünal,\nlunas."), (letter.Provider, letter.Text));
        if (type == MessageSenderType.Smtp)
        {
            Assert.Equal(("budi@example.net", "Tagihan Ü"), (letter.To, letter.Subject));
        }

        await ExpectAsync(LabPostFault.Failure, GatewayVerdict.Refused);
        await ExpectAsync(LabPostFault.TooFast, type == MessageSenderType.Smtp ? GatewayVerdict.Later : GatewayVerdict.Down);
        await ExpectAsync(LabPostFault.Broken, GatewayVerdict.Down);
        await ExpectAsync(LabPostFault.Down, GatewayVerdict.Down);
        await ExpectAsync(LabPostFault.Ban, GatewayVerdict.Banned);
        Assert.Single(rig.Room.Letters);

        // It took the message and hung up: nobody can know.
        await ExpectAsync(LabPostFault.Drop, GatewayVerdict.Unsure);
        Assert.Equal(2, rig.Room.Letters.Count);
        await ExpectAsync(LabPostFault.Slow, GatewayVerdict.Accepted);

        async Task ExpectAsync(LabPostFault fault, GatewayVerdict verdict)
        {
            rig.Room.Throw(provider, fault);
            var answer = await gateway.SendAsync(sender, message, Token);
            Assert.True(answer.Verdict == verdict, $"{fault}: {answer}");
            if (fault == LabPostFault.TooFast && type is MessageSenderType.TelegramBot or MessageSenderType.Fonnte or MessageSenderType.Slack && verdict == GatewayVerdict.Down && answer.Code == GatewayCodes.TooFast)
            {
                Assert.Equal(TimeSpan.FromSeconds(rig.Room.ComeBackAfterSeconds), answer.After);
            }
        }
    }

    [Fact]
    public async Task Files_and_a_way_out_go_along_with_mail()
    {
        await using var rig = await MessagingRig.StartAsync();
        var sender = await rig.SenderAsync(await rig.AddSenderAsync(MessageSenderType.Smtp));
        var message = new OutgoingMessage(Guid.CreateVersion7(), "test.offer", "budi@example.net", null, "Offer", "Hello") { IsMarketing = true, Files = [("faktur.pdf", "application/pdf", new MemoryStream([1, 2, 3]))] };
        Assert.Equal(GatewayVerdict.Accepted, (await rig.Services.GetServices<IMessageGateway>().OfType<SmtpGateway>().Single().SendAsync(sender, message, Token)).Verdict);
        var letter = Assert.Single(rig.Room.Letters);
        Assert.Equal(("Hello", "faktur.pdf"), (letter.Text, Assert.Single(letter.Files)));
    }

    [Fact]
    public async Task Another_password_is_a_sender_to_be_looked_at()
    {
        await using var rig = await MessagingRig.StartAsync();
        var sender = await rig.SenderAsync(await rig.AddSenderAsync(MessageSenderType.Smtp, more: request => request with { Secret = "wrong" }));
        var answer = await rig.Services.GetServices<IMessageGateway>().OfType<SmtpGateway>().Single().SendAsync(sender, new(Guid.CreateVersion7(), "a", "b@c.de", null, "s", "t"), Token);
        Assert.Equal((GatewayVerdict.Banned, GatewayCodes.BadCredentials), (answer.Verdict, answer.Code));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("169.254.169.254")]
    [InlineData("[::1]")]
    [InlineData("0.0.0.0")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task This_machine_and_its_surroundings_are_no_place_to_go(string host)
    {
        await using var rig = await MessagingRig.StartAsync();
        var addresses = rig.Services.GetRequiredService<OutboundAddresses>();
        Assert.Null(await addresses.FindAsync(host, 8443, Token));
        if (host is "127.0.0.1")
        {
            Assert.NotNull(await addresses.FindAsync(host, rig.Services.GetRequiredService<LabPostServers>().MailPort, Token));
        }
    }

    [Fact]
    public async Task Nobody_there_is_known_for_sure()
    {
        await using var rig = await MessagingRig.StartAsync();
        var sender = await rig.SenderAsync(await rig.AddSenderAsync(MessageSenderType.Smtp));
        await rig.Servers.DisposeAsync();
        Assert.Equal(GatewayVerdict.Banned, (await rig.Services.GetServices<IMessageGateway>().OfType<SmtpGateway>().Single().SendAsync(sender, new(Guid.CreateVersion7(), "a", "b@c.de", null, "s", "t"), Token)).Verdict);
    }
}
