using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Tracing;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>The way of light from a house to its OLT.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its user name.</param>
/// <param name="Steps">What light passes, beginning at the house; empty while the line has no drop.</param>
/// <param name="End">Why it goes no further; null while the line has no drop.</param>
/// <param name="Path">The same way over the ground.</param>
internal sealed record LineTraceResource(Guid AccessId, string Username, IReadOnlyList<TraceStep> Steps, FiberTraceEnd? End, IReadOnlyList<PlaceResource> Path)
{
    public Guid? DropId { get; init; }

    public Guid? OdpId { get; init; }

    public string? OntSerial { get; init; }

    public double LengthMetres { get; init; }

    public double? LossDb { get; init; }

    public double? ExpectedDbm { get; init; }

    public double? MeasuredDbm { get; init; }

    public DateTime? MeasuredAtUtc { get; init; }

    public double? MissingDb { get; init; }

    public Guid? RouterId { get; init; }

    public string? RouterName { get; init; }

    public static LineTraceResource Of(LineTrace trace) => new(trace.AccessId, trace.Username, trace.Steps, trace.End, [.. trace.Path.Select(PlaceResource.Of)])
    {
        DropId = trace.DropId,
        OdpId = trace.OdpId,
        OntSerial = trace.OntSerial,
        LengthMetres = trace.LengthMetres,
        LossDb = trace.LossDb,
        ExpectedDbm = trace.ExpectedDbm,
        MeasuredDbm = trace.MeasuredDbm,
        MeasuredAtUtc = trace.MeasuredAtUtc,
        MissingDb = trace.MissingDb,
        RouterId = trace.RouterId,
        RouterName = trace.RouterName,
    };
}
