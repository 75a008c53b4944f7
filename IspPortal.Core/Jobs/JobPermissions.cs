namespace IspPortal.Core.Jobs;

/// <summary>What one may be allowed to do with background jobs.</summary>
public static class JobPermissions
{
    /// <summary>See jobs, their runs and outcomes.</summary>
    public const string JobsRead = "jobs.read";

    /// <summary>Run a job by hand.</summary>
    public const string JobsRun = "jobs.run";
}
