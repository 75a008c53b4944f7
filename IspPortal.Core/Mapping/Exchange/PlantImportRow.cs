using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Exchange;

/// <summary>What becomes of one thing in a file.</summary>
/// <param name="Line">Its line in a CSV or KML, the number of its feature in a GeoJSON; from 1.</param>
/// <param name="Thing">What it is; null when that cannot be told.</param>
/// <param name="Kind">Of a node its kind.</param>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Changes">What is said otherwise than it is; of a new one nothing.</param>
/// <param name="Error">Why it is wrong; null: it is not.</param>
public sealed record PlantImportRow(int Line, PlantImportThing? Thing, PlantNodeKind? Kind, string Name, PlantImportVerdict Verdict, IReadOnlyList<PlantImportChange> Changes, Error? Error);
