namespace IspPortal.Core.Billing.Dunning;

/// <summary>What became of a promise. The name is a key of texts and is stored.</summary>
public enum PromiseState
{
    /// <summary>It is kept so far.</summary>
    Open,

    /// <summary>What was promised was paid.</summary>
    Kept,

    /// <summary>A day passed and its part was not paid.</summary>
    Broken,

    /// <summary>A person took it back.</summary>
    Withdrawn,
}
