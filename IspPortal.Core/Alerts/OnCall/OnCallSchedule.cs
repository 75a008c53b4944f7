using IspPortal.Core.Audit;

namespace IspPortal.Core.Alerts.OnCall;

/// <summary>Who is on call in turn. There is one.</summary>
[Audited("on_call_schedule")]
internal sealed class OnCallSchedule
{
    public static readonly Guid TheOne = new("01890000-0000-7000-8000-00000000e201");

    public required Guid Id { get; init; }

    /// <summary>The day the first person's first turn begins; later turns begin on the same weekday.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>When a turn is handed over, in the business zone.</summary>
    public TimeOnly HandOverAt { get; set; }

    /// <summary>How long a turn is.</summary>
    public int Weeks { get; set; } = 1;

    /// <summary>The people in order, ids with a blank between; a person may be there twice. Null: nobody.</summary>
    public string? Members { get; set; }

    public long Version { get; set; }
}
