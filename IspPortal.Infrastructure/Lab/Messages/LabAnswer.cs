namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>What a provider of the lab answers: a text, or an object as JSON.</summary>
internal sealed record LabAnswer(int Status, object Body, int? RetryAfter = null);
