namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>The steps of a sign-up, in order.</summary>
public enum SignUpStep
{
    /// <summary>Who.</summary>
    Customer,

    /// <summary>Where.</summary>
    Place,

    /// <summary>What.</summary>
    Plan,

    /// <summary>Over which router, as which user.</summary>
    Router,

    /// <summary>Who pays, from when.</summary>
    Account,
}
