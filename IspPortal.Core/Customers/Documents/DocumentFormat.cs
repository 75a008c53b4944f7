namespace IspPortal.Core.Customers.Documents;

/// <summary>What a file is, by its content.</summary>
public enum DocumentFormat
{
    /// <summary>JPEG picture (ITU-T T.81).</summary>
    Jpeg,

    /// <summary>PNG picture (ISO/IEC 15948).</summary>
    Png,

    /// <summary>PDF (ISO 32000).</summary>
    Pdf,
}
