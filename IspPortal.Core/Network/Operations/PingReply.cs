namespace IspPortal.Core.Network.Operations;

/// <summary>One echo of a ping.</summary>
/// <param name="Sequence">From 0.</param>
/// <param name="Host">Who answered, or was asked.</param>
/// <param name="RoundTrip">How long it took; null: no answer.</param>
/// <param name="Status">The router's words when there was none, e.g. <c>timeout</c>; else null.</param>
/// <param name="Sent">Echoes sent so far.</param>
/// <param name="Received">Answers so far.</param>
public sealed record PingReply(int Sequence, string Host, TimeSpan? RoundTrip, string? Status, int Sent, int Received);
