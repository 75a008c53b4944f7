using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Idempotency.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Idempotency;

/// <summary>Everything the idempotency ledger registers.</summary>
internal static class IdempotencyRegistration
{
    public static IServiceCollection AddIdempotency(this IServiceCollection services) => services
        .AddSingleton<IIdempotencyLedger, IdempotencyLedger>()
        .AddPortalJob<IdempotencyRetentionJob>(JobSchedule.Every(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)));
}
