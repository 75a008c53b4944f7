namespace IspPortal.Core.Common.Events;

/// <summary>Where a delivery stands.</summary>
internal enum OutboxDeliveryState
{
    Pending,
    Delivered,
    Dead,
}
