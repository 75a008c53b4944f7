namespace IspPortal.Core.Billing.Dunning;

/// <summary>What happened to a late account. The name is a key of texts and is stored.</summary>
public enum DunningEntryKind
{
    /// <summary>It came to another stage.</summary>
    Stage,

    /// <summary>The customer was told something about a bill.</summary>
    Told,

    /// <summary>A promise or a plan of instalments was made.</summary>
    Promised,

    /// <summary>It was kept.</summary>
    PromiseKept,

    /// <summary>It was broken.</summary>
    PromiseBroken,

    /// <summary>It was taken back.</summary>
    PromiseWithdrawn,

    /// <summary>It is not isolated from now on.</summary>
    Excepted,

    /// <summary>It is isolated like others again.</summary>
    ExceptionEnded,

    /// <summary>Its lines were isolated.</summary>
    Isolated,

    /// <summary>Its lines came back.</summary>
    Restored,

    /// <summary>The isolir was undone with its run.</summary>
    Undone,

    /// <summary>A fee for paying late was billed.</summary>
    LateFee,

    /// <summary>A fee for coming back was billed.</summary>
    ReconnectFee,

    /// <summary>A fee is not billed.</summary>
    FeeWaived,

    /// <summary>Its lines were ended.</summary>
    Ended,
}
