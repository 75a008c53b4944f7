using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>
/// Takes a subscription from sale to end. What it needs on its router is written with it in one transaction and brought there afterwards, as often as it takes. A stale version is
/// <c>common.version_conflict</c>; what does not fit the status is <see cref="SubscriptionsErrors.WrongStatus"/>.
/// </summary>
public interface ISubscriptionLifecycle
{
    /// <summary>Puts a sold line into service, now or on a day. Needs <see cref="SubscriptionsPermissions.SubscriptionsActivate"/>.</summary>
    Task<Result> ActivateAsync(Guid subscriptionId, long version, DateOnly? onDay, CancellationToken cancellationToken);

    /// <summary>Holds a line by hand or for abuse. Needs <see cref="SubscriptionsPermissions.SubscriptionsHold"/> and a reason.</summary>
    Task<Result> HoldAsync(Guid subscriptionId, long version, AccessHolds kind, string reason, CancellationToken cancellationToken);

    /// <summary>Lifts one hold; a pause is ended with <see cref="EndPauseAsync"/>. Needs <see cref="SubscriptionsPermissions.SubscriptionsHold"/> and a reason.</summary>
    Task<Result> ReleaseAsync(Guid subscriptionId, long version, AccessHolds kind, string reason, CancellationToken cancellationToken);

    /// <summary>Agrees a pause of whole days; it begins and ends by itself. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>; limits as <see cref="PauseRule"/> says.</summary>
    Task<Result> PauseAsync(Guid subscriptionId, long version, DateOnly fromOn, DateOnly toOn, string? reason, CancellationToken cancellationToken);

    /// <summary>Ends the pause under way today, or takes back the one that is ahead. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>.</summary>
    Task<Result> EndPauseAsync(Guid subscriptionId, long version, string? reason, CancellationToken cancellationToken);

    /// <summary>Gives it so many further periods and lifts an expired time. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>.</summary>
    Task<Result> RenewAsync(Guid subscriptionId, long version, int periods, string? reason, CancellationToken cancellationToken);

    /// <summary>Makes a trial an ordinary subscription whose periods count from today. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>.</summary>
    Task<Result> EndTrialAsync(Guid subscriptionId, long version, CancellationToken cancellationToken);

    /// <summary>Says whether it goes on by itself at the end of its time. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>.</summary>
    Task<Result> SetAutoRenewAsync(Guid subscriptionId, long version, bool autoRenew, CancellationToken cancellationToken);

    /// <summary>Ends it for good, today or on a day; the router keeps the disabled account for a while and the user name stays reserved. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/> and a reason.</summary>
    Task<Result> TerminateAsync(Guid subscriptionId, long version, DateOnly? onDay, string reason, CancellationToken cancellationToken);

    /// <summary>Takes back what is put on a date. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>.</summary>
    Task<Result> CancelChangeAsync(Guid subscriptionId, Guid changeId, CancellationToken cancellationToken);

    /// <summary>Tells the router again what it could not be told. Needs <see cref="SubscriptionsPermissions.SubscriptionsActivate"/>.</summary>
    Task<Result> RetryLineAsync(Guid subscriptionId, CancellationToken cancellationToken);
}
