using IspPortal.Core.Common.Idempotency;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Idempotency;

/// <summary>Everything the idempotency ledger registers.</summary>
internal static class IdempotencyRegistration
{
    public static IServiceCollection AddIdempotency(this IServiceCollection services) =>
        services.AddSingleton<IIdempotencyLedger, IdempotencyLedger>();
}
