using IspPortal.Core.Common.Time;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Alerts;

/// <summary>The day of the test's clock.</summary>
internal sealed class FixedDay(ManualClock clock) : IBusinessClock
{
    public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => new(DateOnly.FromDateTime(clock.NowUtc));
}
