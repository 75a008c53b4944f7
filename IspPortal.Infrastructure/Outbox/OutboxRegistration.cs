using System.Text.Json;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Metrics;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Outbox.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IspPortal.Infrastructure.Outbox;

/// <summary>Everything the outbox registers, and how features register handlers.</summary>
internal static class OutboxRegistration
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<OutboxPump>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddScoped<IDeadLetterDesk, DeadLetterDesk>();
        services.AddScoped<OutboxRetention>();
        services.AddSingleton<IMetricSource, OutboxMetrics>();
        services.AddPortalJob<OutboxRetentionJob>(JobSchedule.DailyAt(new TimeOnly(3, 10)));
        return services;
    }

    /// <summary>From now on each <typeparamref name="TEvent"/> is delivered to <typeparamref name="THandler"/>, in a scope of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">Stable name in kebab case: it is stored, so renaming the class must not change it.</param>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services, string name)
        where TEvent : IDomainEvent
        where THandler : class, IEventHandler<TEvent>
    {
        services.TryAddScoped<THandler>();
        services.AddSingleton(new EventHandlerEntry(TEvent.EventName, name, static async (provider, payload, cancellationToken) =>
        {
            var domainEvent = JsonSerializer.Deserialize<TEvent>(payload, EventCatalog.Json) ?? throw new JsonException($"{TEvent.EventName}: the payload is null.");
            await provider.GetRequiredService<THandler>().HandleAsync(domainEvent, cancellationToken);
        }));
        return services;
    }
}
