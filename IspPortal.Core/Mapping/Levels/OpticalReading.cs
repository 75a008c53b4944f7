namespace IspPortal.Core.Mapping.Levels;

/// <summary>What an ONT measured at one moment. The key is serial number and time: the same reading twice is one.</summary>
internal sealed class OpticalReading
{
    /// <summary>In capitals.</summary>
    public required string OntSerial { get; init; }

    public required DateTime AtUtc { get; init; }

    public double RxDbm { get; init; }

    public double? TxDbm { get; init; }

    public ReadingSource Source { get; init; }
}
