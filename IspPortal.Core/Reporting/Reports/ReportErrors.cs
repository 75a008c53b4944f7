using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>Expected failures with reports.</summary>
public static class ReportErrors
{
    /// <summary>There is no such report.</summary>
    public static Error NotFound { get; } = new("reports.not_found", ErrorKind.NotFound);

    /// <summary>There is no such schedule.</summary>
    public static Error ScheduleNotFound { get; } = new("reports.schedule_not_found", ErrorKind.NotFound);

    /// <summary>It is being made: wait for its end.</summary>
    public static Error StillRunning { get; } = new("reports.still_running", ErrorKind.Conflict);

    /// <summary>It has no such file: not yet, no longer, or it was not asked for.</summary>
    public static Error NoFile { get; } = new("reports.no_file", ErrorKind.NotFound);

    /// <summary>One of its routers is not there any more.</summary>
    public static Error RouterGone { get; } = new("reports.router_gone", ErrorKind.NotFound);

    /// <summary>It was interrupted {0} times, and is not begun again by itself.</summary>
    public static Error GivenUp(int tries) => new("reports.given_up", ErrorKind.Conflict, tries);

    /// <summary>A file of more than {0} MB is not kept.</summary>
    public static Error TooLarge(int megabytes) => new("reports.too_large", ErrorKind.Invalid, megabytes);

    /// <summary>Something broke that should not; the log says what.</summary>
    public static Error Broken(string detail) => new("reports.broken", ErrorKind.External) { Detail = detail };
}
