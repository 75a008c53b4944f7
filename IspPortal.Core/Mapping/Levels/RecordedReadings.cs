namespace IspPortal.Core.Mapping.Levels;

/// <summary>What became of readings.</summary>
/// <param name="Added">Those that are new.</param>
/// <param name="Known">Those that were there already.</param>
/// <param name="Unplaced">How many of all are of ONTs that no drop has.</param>
public sealed record RecordedReadings(int Added, int Known, int Unplaced);
