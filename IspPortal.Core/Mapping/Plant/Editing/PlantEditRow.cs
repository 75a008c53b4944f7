namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>One edit of the plant.</summary>
/// <param name="Id">The edit.</param>
/// <param name="Revision">The revision that it made.</param>
/// <param name="AtUtc">When.</param>
/// <param name="ActorName">Who.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Element">To what: <c>plant_node</c>, <c>cable</c>, <c>core_joint</c>, <c>splitter</c>, <c>radio_link</c>, <c>site_router</c>, <c>drop</c>, <c>odp_port</c>, <c>plant_file</c> (its id is the import's, its name the file's).</param>
/// <param name="ElementId">Its id.</param>
/// <param name="Name">Its name then.</param>
/// <param name="UndoneAtUtc">When it was taken back; null: it holds.</param>
/// <param name="UndoneBy">By whom.</param>
public sealed record PlantEditRow(Guid Id, long Revision, DateTime AtUtc, string ActorName, PlantEditKind Kind, string Element, Guid ElementId, string Name, DateTime? UndoneAtUtc, string? UndoneBy);
