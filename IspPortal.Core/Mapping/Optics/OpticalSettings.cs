namespace IspPortal.Core.Mapping.Optics;

/// <summary>What light loses, when a level counts as bad, and how far a house may be from its ODP; a page of the settings. Defaults as in <see cref="OpticalLosses"/>.</summary>
public sealed record OpticalSettings
{
    /// <summary>What a PON port sends, −5 to 10 dBm.</summary>
    public double LaunchDbm { get; init; } = 3.0;

    /// <summary>Loss of a kilometre of fibre, 0–5 dB.</summary>
    public double PerKilometreDb { get; init; } = 0.35;

    /// <summary>Loss of a splice, 0–3 dB.</summary>
    public double SpliceDb { get; init; } = 0.1;

    /// <summary>Loss of a pair of connectors, 0–3 dB.</summary>
    public double ConnectorDb { get; init; } = 0.3;

    /// <summary>Loss of a splitter with 2 outputs, 0–30 dB.</summary>
    public double Splitter2Db { get; init; } = 3.7;

    /// <summary>Loss of a splitter with 4 outputs, 0–30 dB.</summary>
    public double Splitter4Db { get; init; } = 7.3;

    /// <summary>Loss of a splitter with 8 outputs, 0–30 dB.</summary>
    public double Splitter8Db { get; init; } = 10.5;

    /// <summary>Loss of a splitter with 16 outputs, 0–30 dB.</summary>
    public double Splitter16Db { get; init; } = 13.7;

    /// <summary>Loss of a splitter with 32 outputs, 0–30 dB.</summary>
    public double Splitter32Db { get; init; } = 17.1;

    /// <summary>Loss of a splitter with 64 outputs, 0–30 dB.</summary>
    public double Splitter64Db { get; init; } = 20.5;

    /// <summary>The darkest that an ONT still works at, −40 to −15 dBm.</summary>
    public double FloorDbm { get; init; } = -27.0;

    /// <summary>The brightest that an ONT can stand, −15 to 5 dBm.</summary>
    public double CeilingDbm { get; init; } = -8.0;

    /// <summary>How much brighter than the floor a new house must be to be promised anything, 0–10 dB.</summary>
    public double ReserveDb { get; init; } = 1.0;

    /// <summary>A level counts as bad when it is darker than expected by more than this, 0.5–20 dB.</summary>
    public double BadFromDb { get; init; } = 3.0;

    /// <summary>A reading older than this says nothing about today, 1–365 days.</summary>
    public int ReadingDays { get; init; } = 30;

    /// <summary>How far a house may be from its ODP as the crow flies, 20–2,000 m.</summary>
    public int DropReachMetres { get; init; } = 250;

    /// <summary>How long a port is kept for a sign-up unless somebody says otherwise, 1–90 days.</summary>
    public int KeepPortDays { get; init; } = 14;

    /// <summary>The losses alone, for a budget.</summary>
    public OpticalLosses ToLosses() => new()
    {
        LaunchDbm = LaunchDbm,
        PerKilometreDb = PerKilometreDb,
        SpliceDb = SpliceDb,
        ConnectorDb = ConnectorDb,
        SplitterDb = new Dictionary<int, double> { [2] = Splitter2Db, [4] = Splitter4Db, [8] = Splitter8Db, [16] = Splitter16Db, [32] = Splitter32Db, [64] = Splitter64Db },
        FloorDbm = FloorDbm,
        CeilingDbm = CeilingDbm,
    };
}
