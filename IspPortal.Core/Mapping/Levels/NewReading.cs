namespace IspPortal.Core.Mapping.Levels;

/// <summary>A reading to be kept.</summary>
/// <param name="OntSerial">The ONT's serial number.</param>
/// <param name="AtUtc">When it was measured.</param>
/// <param name="RxDbm">What arrived, −50 to 10 dBm.</param>
/// <param name="TxDbm">What the ONT sends, −50 to 20 dBm, or null.</param>
public sealed record NewReading(string OntSerial, DateTime AtUtc, double RxDbm, double? TxDbm = null)
{
    /// <summary>The darkest that is believed, in dBm.</summary>
    public const double LeastDbm = -50;

    /// <summary>The brightest arriving that is believed, in dBm.</summary>
    public const double MostRxDbm = 10;

    /// <summary>The brightest sent that is believed, in dBm.</summary>
    public const double MostTxDbm = 20;

    /// <summary>The most that are given at once.</summary>
    public const int MostAtOnce = 1_000;
}
