namespace IspPortal.Core.Reporting.Reports;

/// <summary>What is asked for.</summary>
public sealed record ReportOrder
{
    /// <summary>What it is about.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>The first business day.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>The last; it counts too.</summary>
    public DateOnly ToOn { get; init; }

    /// <summary>Only these routers; none: all.</summary>
    public IReadOnlyList<Guid> RouterIds { get; init; } = [];

    /// <summary>In which language it is written: <c>en</c> or <c>id</c>.</summary>
    public string Language { get; init; } = "id";

    /// <summary>As what; at least one.</summary>
    public IReadOnlyList<ReportFormat> Formats { get; init; } = [ReportFormat.Pdf];

    /// <summary>E-mail addresses that it is sent to when it is ready.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}
