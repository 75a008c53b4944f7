using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>A sign-up was thrown away, nothing was sold.</summary>
/// <param name="SignUpId">The sign-up.</param>
public sealed record SignUpDiscarded(Guid SignUpId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "subscriptions.sign_up_discarded";

    /// <inheritdoc />
    public Guid AggregateId => SignUpId;
}
