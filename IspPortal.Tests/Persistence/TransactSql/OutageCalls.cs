using IspPortal.Core.Common.Outages;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Infrastructure.Mapping.Outages;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of outages.</summary>
internal sealed class OutageCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["OutageDirectory"] = async services =>
        {
            var outages = services.GetRequiredService<IOutageDirectory>();
            await outages.ListAsync(true, OutageKind.Plant, new(2, 10, "a%_["), Token);
            await outages.ListAsync(false, null, new(), Token);
            await outages.GetAsync(Id, Token);
            await outages.ListLinesAsync(Id, new(2, 10), Token);
            await outages.NoteAsync(Id, 1, "a", Token);
            await outages.AnnounceAsync(Id, new(new PlantElement(PlantElementKind.Router, Id), new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc), "a"), Token);
            await outages.CallOffAsync(Id, 1, "a", Token);
        },
        ["RouterWorks"] = async services => await services.GetRequiredService<IRouterWorks>().BetweenAsync([Id], DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1), Token),
        ["OutageCover"] = async services =>
        {
            var cover = services.GetRequiredService<IOutageCover>();
            await cover.NowAsync([Id], Token);
            await cover.BetweenAsync([Id], DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1), Token);
        },
        ["OutageWatch"] = services => services.GetRequiredService<OutageWatch>().LookAsync(Token),
        ["OutageBoards"] = services => services.GetRequiredService<OutageBoards>().PublishAsync(Token),
    };
}
