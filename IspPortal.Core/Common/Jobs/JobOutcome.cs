namespace IspPortal.Core.Common.Jobs;

/// <summary>How a run went.</summary>
public enum JobOutcome
{
    /// <summary>The work is done.</summary>
    Succeeded,

    /// <summary>There was nothing to do.</summary>
    NothingToDo,

    /// <summary>It failed; the text says why.</summary>
    Failed,
}
