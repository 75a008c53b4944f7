namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>Messages that are with a sender now.</summary>
/// <param name="Token">The lease that is on them.</param>
/// <param name="First">The one whose text carries them.</param>
/// <param name="SenderId">The sender.</param>
/// <param name="IsShared">Whether there are others.</param>
/// <param name="Attempts">How often the first was tried.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsConfidential">Whether the text is forgotten.</param>
/// <param name="KnowsRepeats">Whether the provider knows a repeated message.</param>
internal sealed record Handover(string Token, Guid First, Guid SenderId, bool IsShared, int Attempts, string? Subject, string Text, bool IsConfidential, bool KnowsRepeats);
