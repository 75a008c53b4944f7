using System.Reflection;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Billing;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Inventory;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Canary;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Reporting;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Reporting;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Moq;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>
/// The portal's services over SQL Server's dialect: what EF Core cannot translate throws. An empty database answers, so what a service asks about a row that
/// it found is not reached; <see cref="SpeakingTransactSqlTests"/> looks at what the statements say. Each feature says in a file beside this one how its services are called.
/// </summary>
public sealed class EveryServiceSpeaksTransactSqlTests
{
    // A name that two features give throws here.
    private static readonly Dictionary<string, Func<IServiceProvider, Task>> Calls = typeof(ServiceCalls).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ServiceCalls)) && !type.IsAbstract)
        .SelectMany(type => ((ServiceCalls)Activator.CreateInstance(type)!).All).ToDictionary(StringComparer.Ordinal);

    /// <summary>Those that ask the database elsewhere, or nothing that a table answers.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["OutboxPump"] = "SpeakingTransactSqlTests",
        ["PlanDrafts"] = "adds rows and asks nothing",
        ["CanaryGuard"] = "asks by key alone, once a router answers",
        ["PlanPartRunner"] = "asks by keys alone, once a plan is due",
        ["UnreadParts"] = "asks by keys alone, once a plan is due",
        ["OutboxRetention"] = "SpeakingTransactSqlTests",
        ["AuditRetention"] = "SpeakingTransactSqlTests",
        ["RouterWatch"] = "asks about incidents as AlertBoard does, once a router is lost",
        ["LabAccounts"] = "the lab runs on SQLite and PostgreSQL",
        ["LabCustomersStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabSubscriptionsStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabQuotaStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabOffersStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabDocumentsStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabInventoryStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabPlantStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabLightStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabSendersStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabBillingStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabMoneyStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabLetterheadStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabFibre"] = "the lab runs on SQLite and PostgreSQL",
        ["LabDashboardStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabPlansStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabRoutersStep"] = "the lab runs on SQLite and PostgreSQL",
        ["DatabaseHealthCheck"] = "asks whether it can connect",
        ["MigrationAtStart"] = "runs migrations",
        ["PortalBackup"] = "SQL Server has its own",
        ["PortalDbContextFactory"] = "makes contexts",
        ["Contexts"] = "makes contexts",
    };

    public static TheoryData<string> Names => [.. Calls.Keys.Order(StringComparer.Ordinal)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Names))]
    public async Task Its_queries_can_be_said(string service)
    {
        var transcript = new SqlServerTranscript(new ManualClock());
        using var host = Build(transcript);
        await using var scope = host.Services.CreateAsyncScope();
        await Calls[service](scope.ServiceProvider);
        Assert.NotEmpty(transcript.Statements);
    }

    [Fact]
    public void Every_service_that_asks_the_database_is_called()
    {
        var asking = typeof(PortalDbContext).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .SelectMany(constructor => constructor.GetParameters())
                .Any(parameter => parameter.ParameterType == typeof(PortalContextSource) || parameter.ParameterType == typeof(IDbContextFactory<PortalDbContext>)))
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.Name);
        Assert.Empty(asking.Except(Calls.Keys).Except(Elsewhere.Keys));
    }

    private static IHost Build(SqlServerTranscript transcript)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddPortalFoundation(builder.Configuration);
        builder.Services.AddPortalIdentity(builder.Configuration);
        builder.Services.AddRouterOs().AddNetwork().AddMonitoring().AddAlerts().AddCustomers().AddSubscriptions().AddPlans().AddInventory().AddBilling().AddMapping().AddReporting();
        ReportingStandIns.AddMissing(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Singleton(transcript.Source));
        builder.Services.Replace(ServiceDescriptor.Scoped<ICurrentActor>(_ => new TestActor([.. RolePermissions.All])));
        builder.Services.RemoveAll<IRouterChangeListener>();
        SayWhatSeriesHold(builder.Services);
        return builder.Build();
    }

    // Series are kept in tables of their own: what services ask the portal's about them is what counts here.
    private static void SayWhatSeriesHold(IServiceCollection services)
    {
        var (analytics, series) = (new Mock<ISeriesAnalytics>(), new Mock<ISeriesReader>());
        analytics.Setup(a => a.TopAsync(It.IsAny<SeriesGroupQuery>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<IReadOnlyList<SeriesRank>>)new[] { new SeriesRank(SeriesSubject.Access(Guid.Empty), 1, 1, TimeSpan.FromHours(1)) });
        analytics.Setup(a => a.StatisticsAsync(It.IsAny<SeriesSubject>(), It.IsAny<Metric>(), It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<SeriesStatistics>)new SeriesStatistics(null, null, null, null, TimeSpan.Zero, TimeSpan.Zero));
        analytics.Setup(a => a.SumAsync(It.IsAny<SeriesGroupQuery>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SeriesResult>)new SeriesResult(TimeSpan.FromHours(1), []));
        series.Setup(s => s.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SeriesResult>)new SeriesResult(TimeSpan.FromHours(1), []));
        services.Replace(ServiceDescriptor.Singleton(analytics.Object));
        services.Replace(ServiceDescriptor.Singleton(series.Object));
        services.Replace(ServiceDescriptor.Singleton<IUsageDirectory>(new UsageBook()));
    }
}
