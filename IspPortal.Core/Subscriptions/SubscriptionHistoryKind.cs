namespace IspPortal.Core.Subscriptions;

/// <summary>What may happen to a subscription.</summary>
public enum SubscriptionHistoryKind
{
    /// <summary>Sold.</summary>
    Sold,

    /// <summary>Put into service.</summary>
    Activated,

    /// <summary>A hold was set.</summary>
    Held,

    /// <summary>A hold was lifted.</summary>
    Released,

    /// <summary>Another plan or price.</summary>
    PlanChanged,

    /// <summary>Served by another router.</summary>
    RouterMoved,

    /// <summary>Installed elsewhere.</summary>
    HouseMoved,

    /// <summary>Another user name.</summary>
    Renamed,

    /// <summary>A new password.</summary>
    PasswordChanged,

    /// <summary>Bound to another device or address.</summary>
    BindingChanged,

    /// <summary>Moved to another billing account.</summary>
    AccountChanged,

    /// <summary>A pause was agreed.</summary>
    PauseAgreed,

    /// <summary>A pause was ended early or taken back.</summary>
    PauseCut,

    /// <summary>The trial became an ordinary subscription.</summary>
    TrialEnded,

    /// <summary>Goes on for further periods.</summary>
    Renewed,

    /// <summary>Nobody paid for days that it had been given: they were taken back.</summary>
    Unpaid,

    /// <summary>Renews itself from now on, or no more.</summary>
    AutoRenewChanged,

    /// <summary>Something was put on a date.</summary>
    Scheduled,

    /// <summary>Something with a date was taken back.</summary>
    ScheduleCancelled,

    /// <summary>Something with a date could not be done; its reason is the error's code.</summary>
    ScheduleFailed,

    /// <summary>Somebody has seen that something with a date could not be done.</summary>
    ScheduleDismissed,

    /// <summary>An add-on was bought.</summary>
    AddOnAdded,

    /// <summary>An add-on ends.</summary>
    AddOnEnded,

    /// <summary>A promotion was given.</summary>
    PromotionGiven,

    /// <summary>A promotion was taken back.</summary>
    PromotionEnded,

    /// <summary>The data of the period is used up: throttled, or charged from now on.</summary>
    QuotaUsedUp,

    /// <summary>No longer throttled for its quota.</summary>
    QuotaLifted,

    /// <summary>Data was bought for the period.</summary>
    DataBought,

    /// <summary>Ended for good.</summary>
    Terminated,

    /// <summary>It was ended by mistake and came back.</summary>
    Revived,
}
