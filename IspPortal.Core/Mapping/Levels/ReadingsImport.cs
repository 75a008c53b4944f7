namespace IspPortal.Core.Mapping.Levels;

/// <summary>What became of a file of readings.</summary>
/// <param name="Rows">How many rows it has, the heading left out.</param>
/// <param name="WrongRows">How many of them are wrong.</param>
/// <param name="Wrong">The first hundred of those.</param>
/// <param name="Recorded">What was kept; null: nothing, because rows are wrong and the good ones were not asked for.</param>
public sealed record ReadingsImport(int Rows, int WrongRows, IReadOnlyList<WrongReading> Wrong, RecordedReadings? Recorded);
