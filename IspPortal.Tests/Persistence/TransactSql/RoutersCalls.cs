using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Backups;
using IspPortal.Infrastructure.Network.Canary;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Network.Isolir;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of routers: what they are, their events, backups, isolir kits and probes.</summary>
internal sealed class RoutersCalls : ServiceCalls
{
    private static readonly SaveRouterRequest ARouter = new("RTR", "10.0.0.1", 8728, false, "portal", "secret");

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["RouterDirectory"] = async services =>
        {
            var routers = services.GetRequiredService<IRouterDirectory>();
            await routers.ListAsync(new(RouterState.Offline), new(2, 10, "a", "name"), Token);
            await routers.GetAsync(Id, Token);
            await routers.ListPlacedAsync(Token);
        },
        ["RouterEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IRouterEditor>();
            await editor.AddAsync(ARouter, Token);
            await editor.UpdateAsync(Id, 1, ARouter, Token);
            await editor.SetEnabledAsync(Id, true, Token);
            await editor.RemoveAsync(Id, "gone", endLines: true, Token);
        },
        ["RouterBackups"] = async services =>
        {
            var backups = services.GetRequiredService<IRouterBackups>();
            await backups.ListAsync(new(Id, true), new(2, 10, "a"), Token);
            await backups.CompareAsync(Id, Id, Token);
        },
        ["RouterBackupTaker"] = services => services.GetRequiredService<RouterBackupTaker>().TakeAllAsync(Token),
        ["IsolirKit"] = services => services.GetRequiredService<IIsolirKit>().GetAsync(Id, Token),
        ["IsolirKits"] = services => ActivatorUtilities.CreateInstance<IsolirKits>(services).DueAsync(true, Token),
        ["CanaryProbe"] = services => services.GetRequiredService<CanaryProbe>().FindAsync(Id, Token),
        ["NetworkSearch"] = FindAsync,
        ["RouterEvents"] = async services =>
        {
            var events = services.GetRequiredService<IRouterEvents>();
            await events.ListAsync(new(Id, Id, null, DateTime.UnixEpoch, DateTime.UnixEpoch), new(2, 10, "a"), Token);
            await events.ListAsync(new(Kind: RouterEventKind.LinkDown), new(1, 10), Token);
            await events.WhoHadAsync("10.0.0.1", DateTime.UnixEpoch, Token);

            // An empty database has no lines of that name: their queries are asked by themselves.
            await using var context = services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
            foreach (var source in RouterEvents.Sources(context, new(Id, FromUtc: DateTime.UnixEpoch), new("a", [Id, Ids.New(TimeProvider.System)], null)))
            {
                await source.Newest(10).ToListAsync(Token);
                await source.CountAsync(10, Token);
            }
        },
        ["RouterLogHarvest"] = services => services.GetRequiredService<RouterLogHarvest>().ReadAllAsync(Token),
        ["RouterEventRetention"] = services => services.GetRequiredService<RouterEventRetention>().RemoveOldAsync(Token),
        ["RouterOperations"] = async services => await services.GetRequiredService<IRouterOperations>().KickAsync(Id, null, Token),
        ["RouterClients"] = async services => await services.GetRequiredService<RouterClients>().GetAsync(Id, Token),
        ["NetworkAuditNames"] = NamesAsync,
    };
}
