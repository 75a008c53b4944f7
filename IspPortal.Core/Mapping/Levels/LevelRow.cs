using IspPortal.Core.Mapping.Ports;

namespace IspPortal.Core.Mapping.Levels;

/// <summary>The light at one ONT.</summary>
/// <param name="DropId">The drop.</param>
/// <param name="OntSerial">The ONT.</param>
/// <param name="OdpId">The ODP.</param>
/// <param name="OdpName">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="MeasuredDbm">What was last measured, in dBm.</param>
/// <param name="MeasuredAtUtc">When.</param>
/// <param name="ExpectedDbm">What should arrive, in dBm; null where the way is not drawn to an OLT.</param>
/// <param name="IsBad">Whether it is darker than expected by more than the settings allow, or darker than an ONT works at.</param>
/// <param name="Lines">The lines that go through it.</param>
public sealed record LevelRow(
    Guid DropId, string OntSerial, Guid OdpId, string OdpName, int Port, double MeasuredDbm, DateTime MeasuredAtUtc, double? ExpectedDbm, bool IsBad, IReadOnlyList<PortLine> Lines)
{
    /// <summary>How much darker it is than it should be, in dB; null when not known.</summary>
    public double? MissingDb => ExpectedDbm - MeasuredDbm;
}
