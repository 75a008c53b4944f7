using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common.Jobs;

/// <summary>Expected failures around jobs.</summary>
public static class JobErrors
{
    /// <summary>There is no job of that name.</summary>
    public static Error NotFound(string key) => new("jobs.not_found", ErrorKind.NotFound, key);

    /// <summary>The job runs per subject and cannot be started without one.</summary>
    public static Error NeedsSubject(string key) => new("jobs.needs_subject", ErrorKind.Invalid, key);

    /// <summary>There is no such dead letter; it may have been tried again meanwhile.</summary>
    public static Error DeadLetterNotFound { get; } = new("jobs.dead_letter_not_found", ErrorKind.NotFound);
}
