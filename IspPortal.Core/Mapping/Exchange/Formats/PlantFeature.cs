using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>A point or line of a file with what is said of it.</summary>
/// <param name="Line">Where in the file.</param>
/// <param name="Shape">What is drawn.</param>
/// <param name="Points">Its places.</param>
/// <param name="Texts">What is said, by the key of its name (<see cref="Common.Tables.ColumnNames.KeyOf"/>); never an empty text.</param>
/// <param name="Fault">Why its places cannot be read, or null.</param>
internal sealed record PlantFeature(int Line, PlantShape Shape, IReadOnlyList<GeoPoint> Points, IReadOnlyDictionary<string, string> Texts, Error? Fault = null);
