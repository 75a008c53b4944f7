using IspPortal.Core.Messaging;

namespace IspPortal.Core.Billing.Print;

/// <summary>The messages of a run that go one way.</summary>
/// <param name="Channel">The way; null: these customers wish none, or there is no address for what they wish.</param>
/// <param name="Count">How many, at most: lines of one phone are merged when they go.</param>
/// <param name="HasSender">Whether anything sends there.</param>
/// <param name="PerHour">How many its senders send in an hour together.</param>
/// <param name="Ahead">How many wait that go before them.</param>
/// <param name="DoneAtUtc">When the last is out; null: nothing sends there, or not within 400 days.</param>
public sealed record RunMessageShare(MessageChannel? Channel, int Count, bool HasSender, long PerHour, long Ahead, DateTime? DoneAtUtc);
