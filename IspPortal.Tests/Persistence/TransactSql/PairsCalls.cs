using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Infrastructure.Network.Pairs;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of pairs of routers.</summary>
internal sealed class PairsCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["RouterPairs"] = async services =>
        {
            var pairs = services.GetRequiredService<IRouterPairs>();
            await pairs.GetAsync(Id, Token);
            await pairs.ListLinesAsync(Id, new(), new(2, 10, "a%_["), Token);
            await pairs.PreviewAsync(Id, new(PairAction.MoveBack, new()), Token);
            await pairs.PlanAsync(Id, new(PairAction.MoveBack, new(), "a"), Token);

            // An empty database has no pair: its queries are asked by themselves.
            await using var context = services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
            var pair = new PairOf(Id, "A", Ids.New(TimeProvider.System), "B", PairMode.Standby);
            foreach (var action in Enum.GetValues<PairAction>())
            {
                await PairLines.CandidatesAsync(context, pair, new(action, new(PairLineState.Pending, Id, true, [Id], "a%_[")), Token);
            }

            foreach (var state in Enum.GetValues<PairLineState>())
            {
                await PairLines.Narrow(PairLines.Of(context, pair), new(state)).OrderBy(l => l.Wanted.Username).Skip(10).Take(10).ToListAsync(Token);
            }

            await PairLines.ServedByAsync(context, pair, Id, [Id], Token);
            await PairLines.AddressesAsync(context, Id, Token);
            await PairLines.CountAsync(context, pair, Token);
            await PairPlans.OpenAsync(context, Id, Id, Token);
        },
        ["PairPlanner"] = async services =>
            await services.GetRequiredService<PairPlanner>().FindAbleAsync(new PairOf(Id, "A", Id, "B", PairMode.Active), Id, [], PlacementRole.Twin, new(PairAction.DeclareTwins, new()), Token),
        ["PairBook"] = async services =>
        {
            var book = services.GetRequiredService<PairBook>();
            await book.MoveAsync(new PairOf(Id, "A", Id, "B", PairMode.Active), Id, [Id], "a", false, Token);
            await book.RestoreAsync(new PairOf(Id, "A", Id, "B", PairMode.Active), "pair_move_undone", [], [Id], "a", Token);
            await book.DiscardCleanUpsAsync(Id, Token);
        },
        ["PairUndo"] = async services =>
        {
            foreach (var undo in services.GetServices<IOwnUndo>())
            {
                await undo.UndoAsync(new() { Id = Id, Origin = "pair-move", CreatedBy = "a" }, Token);
            }
        },
        ["CleanUpDrafts"] = services => services.GetRequiredService<CleanUpDrafts>().PrepareAsync(Token),
    };
}
