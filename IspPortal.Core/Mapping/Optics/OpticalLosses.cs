namespace IspPortal.Core.Mapping.Optics;

/// <summary>
/// What light loses on its way, and what it starts with: a business sets them. The defaults are usual planning values for GPON class B+ at 1490 nm (ITU-T G.984.2 and G.671: losses
/// include ageing and tolerance).
/// </summary>
public sealed record OpticalLosses
{
    /// <summary>What a PON port sends, in dBm.</summary>
    public double LaunchDbm { get; init; } = 3.0;

    /// <summary>Loss of a kilometre of fibre, in dB.</summary>
    public double PerKilometreDb { get; init; } = 0.35;

    /// <summary>Loss of a splice, in dB.</summary>
    public double SpliceDb { get; init; } = 0.1;

    /// <summary>Loss of a pair of connectors, in dB.</summary>
    public double ConnectorDb { get; init; } = 0.3;

    /// <summary>Loss of a splitter by how many outputs it has, in dB, its evenness included.</summary>
    public IReadOnlyDictionary<int, double> SplitterDb { get; init; } = new Dictionary<int, double> { [2] = 3.7, [4] = 7.3, [8] = 10.5, [16] = 13.7, [32] = 17.1, [64] = 20.5 };

    /// <summary>The darkest that an ONT still works at, in dBm.</summary>
    public double FloorDbm { get; init; } = -27.0;

    /// <summary>The brightest that an ONT can stand, in dBm.</summary>
    public double CeilingDbm { get; init; } = -8.0;
}
