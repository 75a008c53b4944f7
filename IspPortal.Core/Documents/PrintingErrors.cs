using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Documents;

/// <summary>Expected failures of printing.</summary>
public static class PrintingErrors
{
    /// <summary>There is no Chromium on this machine, or not where <c>Pdf:ExecutablePath</c> says.</summary>
    public static Error NoBrowser(string? detail) => new("printing.no_browser", ErrorKind.External) { Detail = detail };

    /// <summary>It took longer than <c>Pdf:Timeout</c>, waiting for a free page included.</summary>
    public static Error TimedOut(TimeSpan after) => new("printing.timed_out", ErrorKind.Timeout, (int)after.TotalSeconds);

    /// <summary>The browser failed, twice in a row.</summary>
    public static Error Failed(string detail) => new("printing.failed", ErrorKind.External) { Detail = detail };

    /// <summary>The page is larger than any document is.</summary>
    public static Error TooLarge(int megabytes) => new("printing.too_large", ErrorKind.Invalid, megabytes);
}
