namespace IspPortal.Core.Billing.Dunning;

/// <summary>What a run does with the lines of late payers. The name is a key of texts and is stored.</summary>
public enum DunningRunKind
{
    /// <summary>Isolates them: they come back with the payment.</summary>
    Isolir,

    /// <summary>Ends them: their last bill follows, and what was held for the customer goes back with it.</summary>
    Termination,
}
