using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>The way of light from the house of a line to its OLT.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its user name.</param>
/// <param name="Steps">What light passes, beginning at the house; empty while the line has no drop.</param>
/// <param name="End">Why it goes no further; null while the line has no drop.</param>
/// <param name="Path">The same way over the ground, from the house to where it ends; empty likewise.</param>
public sealed record LineTrace(Guid AccessId, string Username, IReadOnlyList<TraceStep> Steps, FiberTraceEnd? End, IReadOnlyList<GeoPoint> Path)
{
    /// <summary>The drop; null while there is none.</summary>
    public Guid? DropId { get; init; }

    /// <summary>The ODP; null while there is no drop.</summary>
    public Guid? OdpId { get; init; }

    /// <summary>The serial number of the ONT; null when not known.</summary>
    public string? OntSerial { get; init; }

    /// <summary>Metres of fibre, the drop included.</summary>
    public double LengthMetres { get; init; }

    /// <summary>What all steps take together, in dB; null where the way is not drawn to an OLT.</summary>
    public double? LossDb { get; init; }

    /// <summary>What should arrive, in dBm; null likewise.</summary>
    public double? ExpectedDbm { get; init; }

    /// <summary>What the ONT last measured, in dBm; null when there is no reading.</summary>
    public double? MeasuredDbm { get; init; }

    /// <summary>When that was.</summary>
    public DateTime? MeasuredAtUtc { get; init; }

    /// <summary>The router that the OLT's lines come to, or else the one that serves the line.</summary>
    public Guid? RouterId { get; init; }

    /// <summary>Its name.</summary>
    public string? RouterName { get; init; }

    /// <summary>How much darker it is than it should be, in dB; below zero it is brighter; null when either is not known.</summary>
    public double? MissingDb => ExpectedDbm - MeasuredDbm;
}
