namespace IspPortal.Core.Mapping.Levels;

/// <summary>One reading of an ONT.</summary>
/// <param name="AtUtc">When.</param>
/// <param name="RxDbm">What arrived, in dBm.</param>
/// <param name="TxDbm">What the ONT sent, or null.</param>
/// <param name="Source">Where the reading came from.</param>
public sealed record LevelPoint(DateTime AtUtc, double RxDbm, double? TxDbm, ReadingSource Source);
