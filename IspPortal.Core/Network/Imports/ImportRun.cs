using IspPortal.Core.Audit;

namespace IspPortal.Core.Network.Imports;

/// <summary>One reading of a router for taking over what it holds.</summary>
[Audited("import")]
internal sealed class ImportRun
{
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public ImportState State { get; set; }

    /// <summary>The uploaded file's name; null without a file.</summary>
    public string? FileName { get; set; }

    public int Customers { get; set; }

    /// <summary>Customers of the file for whom this router has no line.</summary>
    public int CustomersWithoutLine { get; set; }

    public required string CreatedBy { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    public int TakenLines { get; set; }

    public long Version { get; set; }
}
