using IspPortal.Core.Documents;

namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>Everything that stands in a report, without a word of any language.</summary>
public sealed record ReportContent : IPrintedDocument
{
    /// <summary>What it is about.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>Which days.</summary>
    public required ReportPeriod Period { get; init; }

    /// <summary>The names of the routers it is about; empty: all.</summary>
    public IReadOnlyList<string> Routers { get; init; } = [];

    /// <summary>The zone whose days and clock it speaks of.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When its figures were read.</summary>
    public required DateTime MadeAtUtc { get; init; }

    /// <summary>The company's logo as a data address, or null.</summary>
    public string? Logo { get; init; }

    /// <summary>Its parts.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <inheritdoc />
    public string FileName => FormattableString.Invariant($"{Kind}-{Period.FromOn:yyyy-MM-dd}-{Period.ToOn:yyyy-MM-dd}").ToLowerInvariant();
}
