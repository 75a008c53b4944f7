using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Lab.Messages;
using IspPortal.Infrastructure.Messaging.Gateways;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Tests.Messaging;

/// <summary>Messages over a real database and the lab's real servers, with a clock of one's own; nothing goes out until a test says so.</summary>
internal sealed class MessagingRig : IAsyncDisposable
{
    public static readonly MessageEventDefinition Receipt = new("test.receipt", MessagePriority.Receipt, Fields, TestTexts.Source);
    public static readonly MessageEventDefinition Reminder = new("test.reminder", MessagePriority.Reminder, Fields, TestTexts.Source, TimeSpan.FromHours(12));
    public static readonly MessageEventDefinition Outage = new("test.outage", MessagePriority.Outage, Fields, TestTexts.Source, TimeSpan.FromMinutes(30));
    public static readonly MessageEventDefinition Offer = new("test.offer", MessagePriority.Other, Fields, TestTexts.Source, IsMarketing: true);
    public static readonly MessageEventDefinition Key = new("test.key", MessagePriority.Receipt, Fields, TestTexts.Source, IsConfidential: true);

    private readonly IHost _host;

    private MessagingRig(PortalDatabase database, ManualClock clock, IHost host) => (Database, Clock, _host) = (database, clock, host);

    public PortalDatabase Database { get; }

    public ManualClock Clock { get; }

    public IServiceProvider Services => _host.Services;

    public LabPostRoom Room => Services.GetRequiredService<LabPostRoom>();

    public LabPostServers Servers => Services.GetRequiredService<LabPostServers>();

    public IMessageOutbox Outbox => Services.GetRequiredService<IMessageOutbox>();

    public MessagePump Pump => Services.GetRequiredService<MessagePump>();

    private static MessageField[] Fields => [new("customer", "Budi Santoso"), new("number", "INV-202611-000042"), new("amount", "Rp 150.000")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>At 15:00 in Jakarta, outside quiet hours.</summary>
    public static async Task<MessagingRig> StartAsync(string provider = "Sqlite", Action<IServiceCollection>? more = null, DateTimeOffset? at = null)
    {
        var clock = new ManualClock(at);
        var database = await PortalDatabase.CreateAsync(provider, clock);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddPortalFoundation(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton(database.Source));
        builder.Services.Replace(ServiceDescriptor.Scoped<ICurrentActor>(_ => new TestActor([.. RolePermissions.All])));
        builder.Services.AddSingleton<LabPostRoom>().AddSingleton<LabPostServers>();
        builder.Services.AddSingleton<ILocalPorts>(services => services.GetRequiredService<LabPostServers>());
        foreach (var definition in new[] { Receipt, Reminder, Outage, Offer, Key })
        {
            builder.Services.AddSingleton(definition);
        }

        more?.Invoke(builder.Services);
        var rig = new MessagingRig(database, clock, builder.Build());
        rig.Room.Slowness = TimeSpan.FromMilliseconds(200);
        await rig.Servers.StartAsync(Token);
        return rig;
    }

    /// <summary>A sender at the lab's stand-in.</summary>
    public async Task<Guid> AddSenderAsync(MessageSenderType type, int perHour = 3600, string? name = null, Func<SaveSenderRequest, SaveSenderRequest>? more = null)
    {
        var web = $"http://127.0.0.1:{Servers.GatewayPort}";
        var request = new SaveSenderRequest(name ?? type.ToString(), type, PerHour: perHour);
        request = type switch
        {
            MessageSenderType.Smtp => request with { Server = "127.0.0.1", Port = Servers.MailPort, From = LabKeys.MailUser, Account = LabKeys.MailUser, Secret = LabKeys.MailPassword },
            MessageSenderType.Fonnte => request with { Server = $"{web}/fonnte", Secret = LabKeys.Token, CallbackSecret = "word-of-the-callback" },
            MessageSenderType.Wablas => request with { Server = $"{web}/wablas", Secret = LabKeys.Token, SigningSecret = LabKeys.Secret },
            MessageSenderType.WhatsAppCloud => request with { Server = $"{web}/cloud", Account = LabKeys.Account, Secret = LabKeys.Token, SigningSecret = LabKeys.Signing, CallbackSecret = "word-of-the-callback" },
            MessageSenderType.TelegramBot => request with { Server = $"{web}/telegram", Secret = LabKeys.BotToken },
            MessageSenderType.Zenziva => request with { Server = $"{web}/zenziva", Account = LabKeys.Account, Secret = LabKeys.Token },
            MessageSenderType.Webhook => request with { Server = $"{web}/hook", SigningSecret = LabKeys.Signing },
            _ => request with { Secret = $"{web}/{type.ToString().ToLowerInvariant()}/{(type == MessageSenderType.Slack ? "services" : type == MessageSenderType.Discord ? "api/webhooks" : "workflows")}/lab" },
        };
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        var added = await AskAsync<IMessageSenders, Core.Common.Results.Result>(senders => senders.AddAsync(id, more?.Invoke(request) ?? request, Token));
        Assert.True(added.Succeeded, added.Error?.ToString());
        return id;
    }

    public async Task<TAnswer> AskAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<int> QueueAsync(MessageEventDefinition definition, MessageChannel channel, string address, string kind = "a", Guid? subject = null, string number = "INV-1", Guid? customer = null, DateTime? notAfter = null)
    {
        var queued = await Outbox.QueueAsync(
            new MessageOrder(
                definition.Key, subject ?? Guid.CreateVersion7(Clock.GetUtcNow()), kind, [new MessageRecipient(channel, address, "Budi", "en", customer)],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["customer"] = "Budi", ["number"] = number, ["amount"] = "Rp 1" }, notAfter),
            Token);
        Assert.True(queued.Succeeded, queued.Error?.ToString());
        return queued.Value;
    }

    /// <summary>Rounds until nobody has anything to do, the clock standing.</summary>
    public async Task<int> SendAsync()
    {
        var sent = 0;
        for (int did; (did = await Pump.RoundAsync(Token)) > 0;)
        {
            sent += did;
        }

        return sent;
    }

    /// <summary>Rounds while time passes.</summary>
    public async Task PassAsync(TimeSpan span, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            await SendAsync();
            Clock.Advance(step);
        }

        await SendAsync();
    }

    public async Task<IReadOnlyList<Message>> MessagesAsync()
    {
        await using var context = Database.Open();
        return await context.Set<Message>().AsNoTracking().OrderBy(message => message.QueuedAtUtc).ThenBy(message => message.Id).ToListAsync(Token);
    }

    public async Task<MessageSender> SenderAsync(Guid id)
    {
        await using var context = Database.Open();
        return await context.Set<MessageSender>().AsNoTracking().SingleAsync(sender => sender.Id == id, Token);
    }

    public Task<Core.Common.Results.Result<MessageDetails>> ReadAsync(Guid id) => AskAsync<IMessageLog, Core.Common.Results.Result<MessageDetails>>(log => log.GetAsync(id, Token));

    public async ValueTask DisposeAsync()
    {
        await Servers.DisposeAsync();
        _host.Dispose();
        await Database.DisposeAsync();
    }
}
