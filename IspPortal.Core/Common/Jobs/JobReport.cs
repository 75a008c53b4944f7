namespace IspPortal.Core.Common.Jobs;

/// <summary>What came out of a run.</summary>
/// <param name="Outcome">How it went.</param>
/// <param name="Text">A few plain words with figures, in English, e.g. <c>312 rows removed</c>; null when there is nothing to say.</param>
public sealed record JobReport(JobOutcome Outcome, string? Text)
{
    /// <summary>The work is done.</summary>
    public static JobReport Done(string? text = null) => new(JobOutcome.Succeeded, text);

    /// <summary>There was nothing to do.</summary>
    public static JobReport Nothing { get; } = new(JobOutcome.NothingToDo, null);

    /// <summary>Part or all of it failed in an expected way.</summary>
    public static JobReport Failed(string text) => new(JobOutcome.Failed, text);
}
