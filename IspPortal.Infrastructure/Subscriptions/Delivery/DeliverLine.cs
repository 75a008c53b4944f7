using IspPortal.Core.Common.Events;
using IspPortal.Core.Subscriptions.Delivery;

namespace IspPortal.Infrastructure.Subscriptions.Delivery;

/// <summary>Tells a router as soon as somebody wants something; what fails is tried again by the job.</summary>
internal sealed class DeliverLine(LineDeliverer deliverer) : IEventHandler<LineWanted>
{
    public Task HandleAsync(LineWanted domainEvent, CancellationToken cancellationToken) => deliverer.DeliverAsync(domainEvent.WishId, cancellationToken);
}
