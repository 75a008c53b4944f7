namespace IspPortal.Core.Common.Time;

/// <summary>The calendar of the business: which day it is in the one zone that decides due dates and number series.</summary>
public interface IBusinessClock
{
    /// <summary>Today in the business zone.</summary>
    ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken);
}
