using IspPortal.Core.Network.Drift;
using IspPortal.Infrastructure.Network.Drift;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of drift and observe mode.</summary>
internal sealed class DriftCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["DriftDesk"] = async services =>
        {
            var drift = services.GetRequiredService<IDrift>();
            await drift.ApplyAsync(new(), null, Token);
            await drift.AdoptAsync(new(DriftKind.Changed, Id, false, [Id]), "a", Token);
            await drift.IgnoreAsync(new(), "a", Token);
            await drift.UnignoreAsync(new(), Token);
        },
        ["DriftDirectory"] = async services =>
        {
            var drift = services.GetRequiredService<IDrift>();
            foreach (var sort in (string?[])[null, "key", "router", "kind", "firstSeen", "cost"])
            {
                await drift.ListAsync(new(DriftKind.Changed, Id, true, [Id]), new(2, 10, "a%_[", sort), Token);
                await drift.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await drift.ListRoutersAsync(Token);
            await drift.PreviewAsync(new(Ignored: false, Search: "a%_["), Token);
            await services.GetRequiredService<DriftDirectory>().CountKeptAsync(new(Search: "a"), Token);
            await services.GetRequiredService<DriftDirectory>().NamesAsync([Id], Token);
        },
        ["RouterReconciler"] = async services => await services.GetRequiredService<RouterReconciler>().CompareDueAsync(false, Token),
        ["DriftAdopter"] = async services => await services.GetRequiredService<DriftAdopter>().AdoptAsync(Id, [], "a", Token),
        ["ObserveMode"] = async services =>
        {
            var observe = services.GetRequiredService<IObserveMode>();
            await observe.GetAsync(Id, Token);
            await observe.EnterAsync(Id, "a", Token);
            await observe.LeaveAsync(Id, "a", Token);
        },
    };
}
