namespace IspPortal.Core.Common.Jobs;

/// <summary>What a run knows about itself.</summary>
/// <param name="SubjectId">What this run is about (a router), or null for a job without subjects.</param>
/// <param name="DueAtUtc">When it should have started.</param>
/// <param name="ByHand">Whether a person asked for this run.</param>
public sealed record JobContext(Guid? SubjectId, DateTime DueAtUtc, bool ByHand);
