namespace IspPortal.Infrastructure.Network.Events;

/// <summary>What reading a router's log gave.</summary>
/// <param name="Kept">New events.</param>
/// <param name="ClockAhead">How far the router's clock is ahead of ours; null: the log could not be read.</param>
internal readonly record struct LogReading(int Kept, TimeSpan? ClockAhead);
