using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Subscriptions.Sales;

namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>Sign-ups in several sittings: kept step by step, gone on with by any clerk, sold at the end. Needs <see cref="SubscriptionsPermissions.SubscriptionsWrite"/>.</summary>
public interface ISignUps
{
    /// <summary>Those under way, the latest first; search over the customer's name.</summary>
    Task<Result<Page<SignUpRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Begins one under an id of the caller's; the same one twice gives the one there is. A customer that is given is chosen already.</summary>
    Task<Result<SignUp>> BeginAsync(Guid signUpId, Guid? customerId, CancellationToken cancellationToken);

    /// <summary>One, or <see cref="SubscriptionsErrors.SignUpNotFound"/> when there is none or it is sold.</summary>
    Task<Result<SignUp>> GetAsync(Guid signUpId, CancellationToken cancellationToken);

    /// <summary>Keeps what is filled in; <c>common.version_conflict</c> when somebody else went on with it.</summary>
    Task<Result<SignUp>> SaveAsync(Guid signUpId, long version, SignUpStep step, SignUpContent content, CancellationToken cancellationToken);

    /// <summary>Gives it up; the customer stays as a prospect.</summary>
    Task<Result> DiscardAsync(Guid signUpId, CancellationToken cancellationToken);

    /// <summary>Sells it. What is missing is told at its field; what was sold is no sign-up any more.</summary>
    Task<Result<SoldSubscription>> FinishAsync(Guid signUpId, long version, CancellationToken cancellationToken);

    /// <summary>The routers that could serve the house, the nearest first; those that do not carry the plan last.</summary>
    Task<Result<IReadOnlyList<RouterOffer>>> ListRoutersAsync(double? latitude, double? longitude, Guid? planId, CancellationToken cancellationToken);
}
