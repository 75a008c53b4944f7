using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;

namespace IspPortal.Web.Features.Outages.Api;

/// <summary>An outage as the API gives it.</summary>
/// <param name="Id">The outage.</param>
/// <param name="Kind">plant, router or planned.</param>
/// <param name="State">announced, suspected, confirmed, ended or dismissed.</param>
/// <param name="ElementKind">What is broken, as far as the lines tell.</param>
/// <param name="ElementId">Its id.</param>
/// <param name="ElementNumber">Of a PON port, core or output: which.</param>
/// <param name="ElementName">Its name.</param>
/// <param name="StartedAtUtc">When the first line went.</param>
/// <param name="ConfirmedAtUtc">When it was sure; null: not yet.</param>
/// <param name="EndsAtUtc">When it was over; of works when they shall be; null: it goes on.</param>
/// <param name="LinesNow">How many lines are off now; of a router how many are not known.</param>
/// <param name="LinesMost">How many were at most.</param>
/// <param name="WereOnline">How many below it were online just before.</param>
/// <param name="MonthlyAmount">What the lines that it hit pay a month, in minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="South">Of its area; null where nothing of it has a place.</param>
/// <param name="West">Of its area.</param>
/// <param name="North">Of its area.</param>
/// <param name="East">Of its area.</param>
/// <param name="Note">Why, as a person says.</param>
/// <param name="NotedBy">Who said so.</param>
/// <param name="CalledOffBecause">Of works that were called off: why.</param>
/// <param name="Version">For changing it.</param>
internal sealed record OutageResource(
    Guid Id,
    OutageKind Kind,
    OutageState State,
    PlantElementKind ElementKind,
    Guid ElementId,
    int? ElementNumber,
    string ElementName,
    DateTime StartedAtUtc,
    DateTime? ConfirmedAtUtc,
    DateTime? EndsAtUtc,
    int LinesNow,
    int LinesMost,
    int WereOnline,
    long MonthlyAmount,
    string Currency,
    double? South,
    double? West,
    double? North,
    double? East,
    string? Note,
    string? NotedBy,
    string? CalledOffBecause,
    long Version)
{
    public static OutageResource Of(OutageRow row) => new(
        row.Id, row.Kind, row.State, row.Element.Kind, row.Element.Id, row.Element.Number, row.ElementName, row.StartedAtUtc, row.ConfirmedAtUtc, row.EndsAtUtc, row.LinesNow, row.LinesMost, row.WereOnline,
        row.MonthlyAmount.Minor, row.MonthlyAmount.Currency.Code, row.Box?.South, row.Box?.West, row.Box?.North, row.Box?.East, row.Note, row.NotedBy, row.CalledOffBecause, row.Version);
}
