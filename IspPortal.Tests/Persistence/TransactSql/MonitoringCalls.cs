using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Infrastructure.Monitoring.Analytics;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Monitoring.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of collecting.</summary>
internal sealed class MonitoringCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["SharedLines"] = services => services.GetRequiredService<SharedLines>().RefreshAsync(Token),
        ["CollectionWriter"] = async services =>
        {
            var writer = services.GetRequiredService<CollectionWriter>();
            await writer.RecallAsync(Id, Token);
            await writer.OwnedSinceAsync(Id, DateTime.UnixEpoch, Token);
            await writer.OwnedNamedAsync(Id, ["budi"], Token);
            await writer.PinCertificateAsync(Id, "AB", Token);
        },
        ["CollectorFleet"] = services => services.GetRequiredService<CollectorFleet>().AssignAsync(Token),
        ["RouterRelay"] = async services =>
        {
            var relay = services.GetRequiredService<RouterRelay>();
            await relay.LeasesChangedAsync(new HashSet<Guid>(), [Id], Token);
            await relay.ReceiveAsync(Token);
        },
        ["TopTalkers"] = async services => await services.GetRequiredService<ITopTalkers>().ListAsync(new(DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1)), 10, Token),
        ["InterfaceSpeeds"] = async services => await services.GetRequiredService<InterfaceSpeeds>().ReadAsync(Token),
        ["CapacityForecasts"] = async services => await services.GetRequiredService<ICapacityForecasts>().ListAsync(Id, new(1, 10), Token),
        ["AvailabilityReports"] = async services =>
        {
            var reports = services.GetRequiredService<IAvailabilityReports>();
            await reports.ListRoutersAsync(DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1), Token);
            await reports.ListLinesAsync(Id, DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1), new(2, 10, "a%_["), Token);
            await reports.FindLineAsync(Id, DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1), Token);
        },
        ["RouterLeases"] = async services =>
        {
            await services.GetRequiredService<RouterLeases>().HoldAsync([Id], Token);
            await services.GetRequiredService<RouterLeases>().ReleaseAsync(Token);
        },
    };
}
