namespace IspPortal.Core.Billing.Runs;

/// <summary>How far one account is in a run.</summary>
public enum BillingItemState
{
    /// <summary>To be billed.</summary>
    Waiting,

    /// <summary>Billed.</summary>
    Billed,

    /// <summary>There was nothing left to bill: somebody else did.</summary>
    Nothing,

    /// <summary>It would get another bill than the one that was looked at; it waits for the next run.</summary>
    Changed,

    /// <summary>It could not be billed.</summary>
    Failed,
}
