using IspPortal.Core.Common.Live;

namespace IspPortal.Core.Common.Jobs;

/// <summary>The live topic of the Jobs page.</summary>
public static class JobTopics
{
    /// <summary>The last change of any job without subjects. A page that sees it asks the directory again.</summary>
    public static LiveTopic<JobState> Changes { get; } = new(Guid.Empty);
}
