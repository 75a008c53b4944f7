namespace IspPortal.Core.Network.Provisioning;

/// <summary>One step of a plan as it is stored, with how it went.</summary>
internal sealed class AccessPlanStepRecord
{
    public Guid PlanId { get; set; }

    public Guid RouterId { get; set; }

    /// <summary>From 1, the order within the router.</summary>
    public int Number { get; set; }

    public PlanVerb Verb { get; set; }

    public required string Menu { get; set; }

    public required string Key { get; set; }

    public required string Reason { get; set; }

    public Guid? AccessId { get; set; }

    public string? ItemId { get; set; }

    public string? BeforeJson { get; set; }

    public string? AfterJson { get; set; }

    /// <summary>Encrypted, like all passwords.</summary>
    public string? PasswordBefore { get; set; }

    /// <summary>Encrypted.</summary>
    public string? PasswordAfter { get; set; }

    public string? Tag { get; set; }

    public string? PlaceBefore { get; set; }

    /// <summary>A kick that waits for the plan's window.</summary>
    public bool WaitsForWindow { get; set; }

    public PlanStepState State { get; set; }

    public DateTime? SentAtUtc { get; set; }

    public int? DurationMilliseconds { get; set; }

    /// <summary>The code of what went wrong or why it was skipped, or null.</summary>
    public string? OutcomeCode { get; set; }

    /// <summary>The router's own words: the id of a new item, or its refusal.</summary>
    public string? Answer { get; set; }
}
