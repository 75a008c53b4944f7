namespace IspPortal.Core.Network.Provisioning;

/// <summary>The part of a plan that concerns one router: it goes on, waits and fails on its own.</summary>
internal sealed class AccessPlanRouter
{
    public Guid PlanId { get; set; }

    public Guid RouterId { get; set; }

    public AccessPlanState State { get; set; }

    /// <summary>It could not be read yet: it is read and compared when it is back, and its steps are then applied without asking again.</summary>
    public bool IsUnread { get; set; }

    /// <summary>The lines of an unread router, a JSON list; null: everything on it.</summary>
    public string? ScopeJson { get; set; }

    public int Steps { get; set; }

    public int Kicks { get; set; }

    public int Done { get; set; }

    public int Failed { get; set; }

    /// <summary>Why it could not be read or is waiting, or null.</summary>
    public string? ErrorCode { get; set; }

    public string? ErrorDetail { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried again, or null.</summary>
    public DateTime? NextTryAtUtc { get; set; }

    /// <summary>The node that works on it, or null. Only one plan per router has a lease at a time.</summary>
    public string? LeasedBy { get; set; }

    public DateTime? LeasedUntilUtc { get; set; }
}
