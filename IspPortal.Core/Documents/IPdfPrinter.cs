using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Documents;

/// <summary>Prints pages as PDF in a browser without a window. The page reaches no network, no file and runs no script.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// The page as PDF, in the size that its own <c>@page</c> rule says. The same page is printed once and then taken from memory.
    /// <see cref="PrintingErrors.NoBrowser"/>, <see cref="PrintingErrors.TimedOut"/>, <see cref="PrintingErrors.Failed"/>.
    /// </summary>
    Task<Result<PrintedPdf>> PrintAsync(string html, CancellationToken cancellationToken);
}
