using IspPortal.Core.Mapping.Levels;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What an ONT measured.</summary>
/// <param name="OntSerial">The ONT's serial number; required.</param>
/// <param name="AtUtc">When; required.</param>
/// <param name="RxDbm">What arrived, in dBm; required.</param>
/// <param name="TxDbm">What it sent, in dBm.</param>
internal sealed record ReadingBody(string? OntSerial = null, DateTimeOffset? AtUtc = null, double? RxDbm = null, double? TxDbm = null)
{
    public NewReading ToReading() => new(OntSerial ?? "", AtUtc?.UtcDateTime ?? DateTime.MinValue, RxDbm ?? double.NaN, TxDbm);
}
