using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Identity.Links;

/// <summary>Somebody asked for a new password of an account that exists.</summary>
/// <param name="UserId">The account.</param>
public sealed record PasswordResetAsked(Guid UserId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "identity.password_reset_asked";

    /// <inheritdoc />
    public Guid AggregateId => UserId;
}
