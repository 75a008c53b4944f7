using IspPortal.Core.Common.Events;
using IspPortal.Core.Subscriptions;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>Lets the map see at once that a line was isolated, paused or let go; whatever else changes, and on other nodes, is seen within some seconds.</summary>
internal sealed class FollowMapLines(LineAtlas atlas) : IEventHandler<SubscriptionStatusChanged>
{
    public Task HandleAsync(SubscriptionStatusChanged domainEvent, CancellationToken cancellationToken)
    {
        atlas.Touch();
        return Task.CompletedTask;
    }
}
