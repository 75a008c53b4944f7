namespace IspPortal.Core.Billing.Generator;

/// <summary>What becomes of a day.</summary>
internal enum ServiceState
{
    /// <summary>It is not billed.</summary>
    None,

    /// <summary>It is billed.</summary>
    Served,

    /// <summary>It is paused.</summary>
    Paused,

    /// <summary>Nobody knows yet: it is not billed now, and nothing comes back for it now.</summary>
    Undecided,
}
