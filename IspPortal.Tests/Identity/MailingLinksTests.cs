using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.Users;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Identity.Links;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Identity;

public sealed class MailingLinksTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_invitation_goes_to_the_accounts_own_address_once_mail_can_be_sent(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        world.ActAs(TestActor.UserId, PortalRoles.Administrator);
        var shown = (await world.Editor.InviteAsync(new InviteUserRequest("a@lab.test", "Ani", [PortalRoles.Auditor], "en"), Token)).Value;
        Assert.False(shown.IsMailed);
        Assert.Empty(await MessagesAsync(world));

        await AddSenderAsync(world);
        var mailed = (await world.Editor.IssueLinkAsync(shown.UserId!.Value, Token)).Value;
        Assert.True(mailed.IsMailed);
        var again = (await world.Editor.IssueLinkAsync(shown.UserId!.Value, Token)).Value;
        var messages = await MessagesAsync(world);

        // The one before has stopped working: it is not worth sending.
        Assert.Equal([MessageState.Dropped, MessageState.Waiting], messages.Select(message => message.State));
        Assert.Equal(("a@lab.test", "account.invited", "en"), (messages[1].Address, messages[1].Event, messages[1].Language));
        Assert.Contains($"https://portal.test/{again.Path}", messages[1].Values, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Asking_for_a_reset_tells_nobody_who_has_an_account(string provider)
    {
        await using var world = await IdentityWorld.CreateAsync(provider);
        world.ActAs(TestActor.UserId, PortalRoles.Administrator);
        var user = (await world.Editor.InviteAsync(new InviteUserRequest("a@lab.test", "Ani", [PortalRoles.Auditor], null), Token)).Value.UserId!.Value;
        world.ActAs(null);
        await AddSenderAsync(world);
        Assert.True((await world.Resets.AskAsync("A@lab.test ", Token)).Succeeded);
        Assert.True((await world.Resets.AskAsync("nobody@lab.test", Token)).Succeeded);
        await using (var context = world.Source.CreateForSystem("test"))
        {
            Assert.Equal(2, await context.Set<Core.Audit.AuditEntry>().CountAsync(entry => entry.Action == "reset_asked", Token));
            Assert.Equal(user, (await context.Set<Core.Common.Events.OutboxEvent>().SingleAsync(stored => stored.Name == PasswordResetAsked.EventName, Token)).AggregateId);
        }

        await new MailAskedReset(world.Contexts, world.Mail, world.Clock).HandleAsync(new PasswordResetAsked(user), Token);
        var message = Assert.Single(await MessagesAsync(world));
        var token = message.Values!.Split("token=")[1].Split('"')[0];
        Assert.Equal("a@lab.test", (await world.Links.PreviewAsync(token, Token)).Value.Email);
    }

    [Fact]
    public async Task Asking_too_often_has_to_wait_and_locks_nobody_out()
    {
        await using var world = await IdentityWorld.CreateAsync("Sqlite", new() { FailuresPerAddress = 100, FailuresPerEmail = 3 });
        for (var time = 0; time < 3; time++)
        {
            Assert.True((await world.Resets.AskAsync("a@lab.test", Token)).Succeeded);
        }

        Assert.Equal(IdentityErrors.TooManyAttempts.Code, (await world.Resets.AskAsync("a@lab.test", Token)).Error?.Code);
        Assert.Equal(IdentityErrors.SignInFailed.Code, (await world.SignIn.WithPasswordAsync("a@lab.test", "x", Token)).Error?.Code);
    }

    private static async Task AddSenderAsync(IdentityWorld world)
    {
        await using var context = world.Source.CreateForSystem("test");
        context.Add(new MessageSender { Id = TestActor.UserId, Name = "Mail", Channel = MessageChannel.Email, Type = MessageSenderType.Smtp, PerHour = 1 });
        await context.SaveChangesAsync(Token);
    }

    private static async Task<List<Message>> MessagesAsync(IdentityWorld world)
    {
        await using var context = world.Source.CreateForSystem("test");
        return await context.Set<Message>().AsNoTracking().OrderBy(message => message.Id).ToListAsync(Token);
    }
}
