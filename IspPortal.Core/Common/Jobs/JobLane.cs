namespace IspPortal.Core.Common.Jobs;

/// <summary>Which of the two schedulers runs a job, so that a long bill run never delays a poll.</summary>
public enum JobLane
{
    /// <summary>Everything of the business: on PostgreSQL and SQL Server one node of the cluster runs it.</summary>
    Work,

    /// <summary>Reading routers: in memory, on every node.</summary>
    Collection,
}
