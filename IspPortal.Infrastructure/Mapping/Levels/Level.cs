using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Infrastructure.Mapping.Levels;

/// <summary>A drop with what was measured and what should be.</summary>
internal sealed record Level(FiberDrop Drop, string OntSerial, Guid? OltId, double? ExpectedDbm, double MeasuredDbm, DateTime MeasuredAtUtc, bool IsBad)
{
    public double? MissingDb => ExpectedDbm - MeasuredDbm;
}
