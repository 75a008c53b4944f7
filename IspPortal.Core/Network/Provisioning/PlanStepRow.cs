namespace IspPortal.Core.Network.Provisioning;

/// <summary>One step as it is shown: passwords appear as *** where one is written.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Number">Its place within the router, from 1.</param>
/// <param name="Verb">What it does.</param>
/// <param name="Menu">Where.</param>
/// <param name="Key">To which item.</param>
/// <param name="Reason">Why, as a stable code.</param>
/// <param name="AccessId">The line, or null.</param>
/// <param name="Before">The changed properties as they were.</param>
/// <param name="After">The same as they will be or became.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SentAtUtc">When it was sent, or null.</param>
/// <param name="DurationMilliseconds">How long the router took, or null.</param>
/// <param name="OutcomeCode">What went wrong or why it was skipped, or null.</param>
/// <param name="Answer">The router's own words, or null.</param>
public sealed record PlanStepRow(
    Guid RouterId, string RouterName, int Number, PlanVerb Verb, string Menu, string Key, string Reason, Guid? AccessId, IReadOnlyDictionary<string, string?> Before,
    IReadOnlyDictionary<string, string?> After, PlanStepState State, DateTime? SentAtUtc, int? DurationMilliseconds, string? OutcomeCode, string? Answer);
