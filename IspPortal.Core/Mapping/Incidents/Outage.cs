using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Incidents;

/// <summary>One outage, from the first line that went until the last is back.</summary>
[Audited("outage")]
internal sealed class Outage
{
    public required Guid Id { get; init; }

    public OutageKind Kind { get; init; }

    public OutageState State { get; set; }

    /// <summary>What is broken, as far as the lines tell: nearest to them.</summary>
    public PlantElementKind ElementKind { get; set; }

    public Guid ElementId { get; set; }

    /// <summary>Of a PON port, core or output; else null.</summary>
    public int? ElementNumber { get; set; }

    /// <summary>Its name then.</summary>
    public required string ElementName { get; set; }

    /// <summary>Kind and element while it is open, then null. Unique: never two open for one element, whoever opens them.</summary>
    [NotAudited]
    public string? OpenKey { get; set; }

    public DateTime StartedAtUtc { get; set; }

    /// <summary>When it was sure; null: it never was.</summary>
    public DateTime? ConfirmedAtUtc { get; set; }

    /// <summary>When it was over; of works that are to come: when they shall be.</summary>
    public DateTime? EndsAtUtc { get; set; }

    /// <summary>How many lines are off now; of a router how many are not known.</summary>
    [NotAudited]
    public int LinesNow { get; set; }

    /// <summary>How many were at most.</summary>
    [NotAudited]
    public int LinesMost { get; set; }

    /// <summary>How many lines below it were online just before.</summary>
    [NotAudited]
    public int WereOnline { get; set; }

    /// <summary>What the lines that it hit pay a month.</summary>
    [NotAudited]
    public Money MonthlyAmount { get; set; }

    /// <summary>Around the houses and the element: its area on the map. Null where nothing of it has a place.</summary>
    [NotAudited]
    public double? South { get; set; }

    [NotAudited]
    public double? West { get; set; }

    [NotAudited]
    public double? North { get; set; }

    [NotAudited]
    public double? East { get; set; }

    /// <summary>Why, as a person says; of works what is done.</summary>
    public string? Note { get; set; }

    public string? NotedBy { get; set; }

    /// <summary>Of works that were called off: why, as a person says.</summary>
    public string? CalledOffBecause { get; set; }

    public long Version { get; set; }

    public PlantElement Element => new(ElementKind, ElementId, ElementNumber);

    /// <summary>Whether it is not over.</summary>
    public bool IsOpen => State is OutageState.Suspected or OutageState.Confirmed;

    public static string OpenKeyOf(OutageKind kind, PlantElement element) => $"{kind}:{element.Kind}:{element.Id:N}:{element.Number}";
}
