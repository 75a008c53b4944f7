using IspPortal.Infrastructure.Audit;
using IspPortal.Infrastructure.Idempotency;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Search;
using IspPortal.Infrastructure.Settings;
using IspPortal.Infrastructure.Timeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>What every feature stands on, in one call: storage, outbox, audit, settings, search, messages, jobs, health.</summary>
internal static class FoundationRegistration
{
    public static IServiceCollection AddPortalFoundation(this IServiceCollection services, IConfiguration configuration) => services
        .AddPersistence(configuration)
        .AddOutbox()
        .AddAudit()
        .AddSettings()
        .AddPortalSearch()
        .AddTimeline()
        .AddIdempotency()
        .AddMessaging()
        .AddPortalHosting(configuration);
}
