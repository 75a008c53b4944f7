namespace IspPortal.Core.Messaging.Senders;

/// <summary>When messages will be out.</summary>
/// <param name="Count">How many were asked for.</param>
/// <param name="Ahead">How many wait that go before them.</param>
/// <param name="Senders">How many senders share the work.</param>
/// <param name="PerHour">How many those send in an hour together.</param>
/// <param name="DoneAtUtc">When the last is out; null: not within 400 days.</param>
public sealed record SendingOutlook(int Count, long Ahead, int Senders, long PerHour, DateTime? DoneAtUtc);
