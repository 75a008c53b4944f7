namespace IspPortal.Core.Messaging.Senders;

/// <summary>A sender as a forecast sees it.</summary>
/// <param name="Allowance">What it may send.</param>
/// <param name="FreeAtUtc">When it may send next.</param>
/// <param name="SentToday">How many it sent today.</param>
internal readonly record struct SenderOutlook(SenderAllowance Allowance, DateTime FreeAtUtc, int SentToday);
