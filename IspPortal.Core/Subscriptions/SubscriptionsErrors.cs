using System.Globalization;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Subscriptions;

/// <summary>Expected failures with subscriptions.</summary>
public static class SubscriptionsErrors
{
    /// <summary>There is no such subscription.</summary>
    public static Error NotFound { get; } = new("subscriptions.not_found", ErrorKind.NotFound);

    /// <summary>What one asks for does not fit its status ({0}).</summary>
    public static Error WrongStatus(SubscriptionStatus status) => new("subscriptions.wrong_status", ErrorKind.Conflict, status.ToString());

    /// <summary>The billing account is closed.</summary>
    public static Error AccountClosed { get; } = new("subscriptions.account_closed", ErrorKind.Conflict);

    /// <summary>The plan is not sold any more.</summary>
    public static Error PlanRetired { get; } = new("subscriptions.plan_retired", ErrorKind.Conflict);

    /// <summary>The plan is served another way than the line (e.g. hotspot instead of PPPoE): it has to be ended and sold anew.</summary>
    public static Error OtherService { get; } = new("subscriptions.other_service", ErrorKind.Conflict);

    /// <summary>It has this plan at this price already.</summary>
    public static Error SamePlan { get; } = new("subscriptions.same_plan", ErrorKind.Conflict);

    /// <summary>The router serves it already.</summary>
    public static Error SameRouter { get; } = new("subscriptions.same_router", ErrorKind.Conflict);

    /// <summary>The router is disabled.</summary>
    public static Error RouterDisabled { get; } = new("subscriptions.router_disabled", ErrorKind.Conflict);

    /// <summary>The plan ({0} Mbit/s) is faster than the router's uplink ({1} Mbit/s).</summary>
    public static Error AboveCapacity(long planMegabits, int routerMegabits) => new("subscriptions.above_capacity", ErrorKind.Conflict, planMegabits, routerMegabits);

    /// <summary>A change of that kind is put on a date already; it has to be taken back first.</summary>
    public static Error ChangeScheduled(DateOnly on) => new("subscriptions.change_scheduled", ErrorKind.Conflict, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>No such change that is still ahead.</summary>
    public static Error ChangeNotFound { get; } = new("subscriptions.change_not_found", ErrorKind.NotFound);

    /// <summary>The line has no such hold.</summary>
    public static Error NotHeld { get; } = new("subscriptions.not_held", ErrorKind.Conflict);

    /// <summary>The line has that hold already.</summary>
    public static Error AlreadyHeld { get; } = new("subscriptions.already_held", ErrorKind.Conflict);

    /// <summary>The pause shares days with another one.</summary>
    public static Error PauseOverlaps { get; } = new("subscriptions.pause_overlaps", ErrorKind.Conflict);

    /// <summary>It was paused as often as a year allows ({0} times in {1}).</summary>
    public static Error TooManyPauses(int most, int year) => new("subscriptions.too_many_pauses", ErrorKind.Conflict, most, year);

    /// <summary>There is no pause that is under way or ahead.</summary>
    public static Error NoPause { get; } = new("subscriptions.no_pause", ErrorKind.Conflict);

    /// <summary>It has no end that could be moved.</summary>
    public static Error NoEnd { get; } = new("subscriptions.no_end", ErrorKind.Conflict);

    /// <summary>It is no trial.</summary>
    public static Error NoTrial { get; } = new("subscriptions.no_trial", ErrorKind.Conflict);

    /// <summary>There is nothing that a router still has to be told.</summary>
    public static Error NothingToRetry { get; } = new("subscriptions.nothing_to_retry", ErrorKind.Conflict);

    /// <summary>The id was used for another subscription.</summary>
    public static Error IdTaken { get; } = new("subscriptions.id_taken", ErrorKind.Conflict);

    /// <summary>There is no such add-on of the subscription, or it ended already.</summary>
    public static Error AddOnNotFound { get; } = new("subscriptions.add_on_not_found", ErrorKind.NotFound);

    /// <summary>A promotion is under way or ahead already; there is one at a time.</summary>
    public static Error HasPromotion { get; } = new("subscriptions.has_promotion", ErrorKind.Conflict);

    /// <summary>No promotion is under way or ahead.</summary>
    public static Error NoPromotion { get; } = new("subscriptions.no_promotion", ErrorKind.Conflict);

    /// <summary>The plan has no data quota.</summary>
    public static Error NoQuota { get; } = new("subscriptions.no_quota", ErrorKind.Conflict);

    /// <summary>There is no such sign-up under way.</summary>
    public static Error SignUpNotFound { get; } = new("subscriptions.sign_up_not_found", ErrorKind.NotFound);

    /// <summary>More ({0}) than may be changed at once ({1}).</summary>
    public static Error TooMany(long selected, int most) => new("subscriptions.too_many", ErrorKind.Conflict, selected, most);

    /// <summary>The customer has as many tags as there may be.</summary>
    public static Error TooManyTags { get; } = new("subscriptions.too_many_tags", ErrorKind.Conflict);

    /// <summary>The list is empty.</summary>
    public static Error NothingSelected { get; } = new("subscriptions.nothing_selected", ErrorKind.Conflict);

    /// <summary>There is no such change to many.</summary>
    public static Error RunNotFound { get; } = new("subscriptions.run_not_found", ErrorKind.NotFound);
}
