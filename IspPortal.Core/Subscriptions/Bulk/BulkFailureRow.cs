namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>One subscription that could not be changed.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="Username">Its line's user name.</param>
/// <param name="ErrorCode">Why.</param>
public sealed record BulkFailureRow(Guid SubscriptionId, string Number, string Username, string ErrorCode);
