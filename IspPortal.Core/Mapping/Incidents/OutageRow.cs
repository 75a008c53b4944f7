using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Incidents;

/// <summary>One outage of a list.</summary>
/// <param name="Id">The outage.</param>
/// <param name="Kind">What kind.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Element">What is broken, as far as the lines tell.</param>
/// <param name="ElementName">Its name.</param>
/// <param name="StartedAtUtc">When the first line went.</param>
/// <param name="ConfirmedAtUtc">When it was sure; null: not yet.</param>
/// <param name="EndsAtUtc">When it was over; of works when they shall be; null: it goes on.</param>
/// <param name="LinesNow">How many lines are off now; of a router how many are not known.</param>
/// <param name="LinesMost">How many were at most.</param>
/// <param name="WereOnline">How many lines below it were online just before.</param>
/// <param name="MonthlyAmount">What the lines that it hit pay a month.</param>
/// <param name="Box">Its area; null where nothing of it has a place.</param>
/// <param name="Note">Why, as a person says; null: nobody said.</param>
/// <param name="NotedBy">Who said so.</param>
/// <param name="Version">For changing the note.</param>
public sealed record OutageRow(
    Guid Id, OutageKind Kind, OutageState State, PlantElement Element, string ElementName, DateTime StartedAtUtc, DateTime? ConfirmedAtUtc, DateTime? EndsAtUtc, int LinesNow, int LinesMost, int WereOnline,
    Money MonthlyAmount, GeoBox? Box, string? Note, string? NotedBy, long Version)
{
    /// <summary>Of works that were called off: why; null: nobody said, or they were not.</summary>
    public string? CalledOffBecause { get; init; }
}
