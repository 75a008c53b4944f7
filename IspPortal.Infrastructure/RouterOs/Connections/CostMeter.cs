namespace IspPortal.Infrastructure.RouterOs.Connections;

/// <summary>Counts what talking to one router costs, over all its connections.</summary>
internal sealed class CostMeter(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private long _commands;
    private long _rows;
    private long _bytesIn;
    private long _bytesOut;
    private long _failures;
    private long _dials;
    private TimeSpan _busy;
    private int _running;
    private long _busySince;

    public void AddBytesIn(long bytes) => Interlocked.Add(ref _bytesIn, bytes);

    public void AddBytesOut(long bytes) => Interlocked.Add(ref _bytesOut, bytes);

    public void AddRows(long rows) => Interlocked.Add(ref _rows, rows);

    public void AddCommand() => Interlocked.Increment(ref _commands);

    public void AddFailure() => Interlocked.Increment(ref _failures);

    public void AddDial() => Interlocked.Increment(ref _dials);

    public void Begin()
    {
        lock (_gate)
        {
            if (_running++ == 0)
            {
                _busySince = timeProvider.GetTimestamp();
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_running == 0)
            {
                _busy += timeProvider.GetElapsedTime(_busySince);
            }
        }
    }

    public RouterApiCost Snapshot()
    {
        TimeSpan busy;
        lock (_gate)
        {
            busy = _running > 0 ? _busy + timeProvider.GetElapsedTime(_busySince) : _busy;
        }

        return new RouterApiCost(
            Interlocked.Read(ref _commands),
            Interlocked.Read(ref _rows),
            Interlocked.Read(ref _bytesIn),
            Interlocked.Read(ref _bytesOut),
            busy,
            Interlocked.Read(ref _failures),
            Interlocked.Read(ref _dials));
    }
}
