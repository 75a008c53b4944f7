namespace IspPortal.Core.Network.Access;

/// <summary>Why a line is held back. A line may have several at once, each lifted on its own.</summary>
[Flags]
public enum AccessHolds
{
    /// <summary>Nothing holds it.</summary>
    None = 0,

    /// <summary>An overdue bill. Paying lifts it.</summary>
    Dunning = 1,

    /// <summary>Prepaid time ran out. Paying lifts it.</summary>
    Expired = 2,

    /// <summary>A person held it by hand.</summary>
    Manual = 4,

    /// <summary>The customer paused it for a time.</summary>
    Pause = 8,

    /// <summary>Abuse was reported.</summary>
    Abuse = 16,

    /// <summary>The data of a plan that blocks past its quota is used up. Lifted by buying data and by the next period.</summary>
    Quota = 32,
}
