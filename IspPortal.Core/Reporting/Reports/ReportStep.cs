namespace IspPortal.Core.Reporting.Reports;

/// <summary>What is done to a report at the moment.</summary>
public enum ReportStep
{
    /// <summary>Nothing yet.</summary>
    Queued,

    /// <summary>Figures are read.</summary>
    Reading,

    /// <summary>The PDF is printed.</summary>
    Printing,

    /// <summary>Workbook and CSV are written.</summary>
    Writing,

    /// <summary>It is handed to the messages.</summary>
    Sending,

    /// <summary>All is done.</summary>
    Done,
}
