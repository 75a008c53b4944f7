namespace IspPortal.Core.Billing.Generator;

/// <summary>What a line of a bill is for. In the order in which lines of one day stand below each other.</summary>
public enum ChargeKind
{
    /// <summary>Days that were billed and turned out otherwise come back: a change of plan, a pause, an end. Mostly negative.</summary>
    Correction,

    /// <summary>Days of a plan.</summary>
    Period,

    /// <summary>A promotion's share of those days; negative.</summary>
    Discount,

    /// <summary>Days of an add-on.</summary>
    AddOn,

    /// <summary>An add-on that is paid once.</summary>
    AddOnOnce,

    /// <summary>Days of a pause, where a pause costs something.</summary>
    PauseFee,

    /// <summary>Opening the account.</summary>
    SetUp,

    /// <summary>The technician's work.</summary>
    Installation,

    /// <summary>Money held for the customer; a liability, not revenue.</summary>
    Deposit,

    /// <summary>Traffic past the quota.</summary>
    Usage,

    /// <summary>Data bought for one period.</summary>
    TopUp,

    /// <summary>Leaving before the contract's months are over.</summary>
    EarlyEnd,

    /// <summary>The deposit goes back; negative.</summary>
    DepositReturn,

    /// <summary>Whole days without service; negative.</summary>
    OutageCredit,

    /// <summary>Coming back from isolir.</summary>
    Reconnect,

    /// <summary>Paid too late.</summary>
    LateFee,

    /// <summary>Anything a person put on a bill.</summary>
    Manual,

    /// <summary>What is missing to the least that a bill comes to.</summary>
    Minimum,

    /// <summary>What rounding to whole coins makes.</summary>
    Rounding,
}
